import type { IsoDate } from '@/lib/calendar/iso-date'
import { countedMeetings, type CountableMeeting } from '@/lib/parent-meeting/counting.rules'
import { type MeetingCalendar, standingInput, type StatusPeriod } from '@/lib/parent-meeting/facts.rules'
import { copyIsFor, type FamilyTie } from '@/lib/parent-meeting/family.rules'
import {
  COPY_WITHIN_SCHOOL_DAYS,
  dueAfter,
  LONG_ENOUGH_MINUTES,
  type PupilPart,
} from '@/lib/parent-meeting/record.rules'
import { type Shown, shownList } from './suppress.rules'

/** A parent's copy of a record without the parent's name: whether they were asked to the meeting, and had it when. */
type AnonymousCopy = FamilyTie & { readonly wasAsked: boolean; readonly givenOn: IsoDate | null }

/** A held meeting as far as its quality goes, without a name or an id. */
export type QualityMeeting = Omit<CountableMeeting, 'id'> & {
  readonly ledByOneWhoKnows: boolean
  readonly pupilPart: PupilPart | null
  readonly plannedMinutes: number
  readonly actualMinutes: number | null
  readonly copies: readonly AnonymousCopy[]
}

/** What `app.quality_facts` says of one pupil. */
export type QualityPupil = {
  readonly birthYearFirst: IsoDate
  readonly statuses: readonly StatusPeriod[]
  readonly meetings: readonly QualityMeeting[]
}

/** So many of so many. */
export type PartOf = { readonly part: number; readonly of: number }

/** How good the meetings were that count: quality beside quantity (6.67 to 6.71). */
export type Quality = {
  readonly meetings: number
  /** Led by a teacher who taught or supported the pupil, or answered for their support (6.67, R22). */
  readonly ledByOneWhoKnows: PartOf
  /** The pupil was there or their views were gathered before (6.70, R23). */
  readonly withViews: PartOf
  /** Of those whose length was noted, as long as 20† minutes (6.69, R24). */
  readonly longEnough: PartOf
  /** Half were shorter, half longer; null where no length was noted. */
  readonly typicalMinutes: number | null
  readonly plannedMinutes: number | null
  /** Of those whose copies are due or given: every parent who may have one had it within 10† school days (6.71, R19). */
  readonly inTime: PartOf
}

const middle = (numbers: readonly number[]): number | null =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null

/** Whether every copy was given in time; null while there is still time, or nobody may have one. */
function wasInTime(meeting: QualityMeeting, calendar: MeetingCalendar, today: IsoDate): boolean | null {
  const ties = meeting.copies.map((copy, place) => ({ ...copy, contactId: String(place) }))
  const contactIds = ties.filter(({ wasAsked }) => wasAsked).map(({ contactId }) => contactId)
  const owed = ties.filter((tie) => copyIsFor(tie, { roundId: meeting.roundId, contactIds }, today))
  if (owed.length === 0) return null
  const due = dueAfter(calendar, meeting.on, COPY_WITHIN_SCHOOL_DAYS)
  if (owed.every(({ givenOn }) => givenOn !== null && givenOn <= due)) return true
  return today > due ? false : null
}

const WITH_VIEWS: readonly (PupilPart | null)[] = ['all', 'part', 'views-before']

/** The quality of the meetings of a school year, of those that count and of no others. */
export function qualityOf(
  pupils: readonly QualityPupil[],
  calendar: MeetingCalendar,
  today: IsoDate,
): Quality {
  const meetings = pupils.flatMap(({ birthYearFirst, statuses, meetings: held }) => {
    const named = held.map((meeting, place) => ({ ...meeting, id: String(place) }))
    const input = standingInput({ dateOfBirth: birthYearFirst, statuses, meetings: named }, calendar, today)
    const counting = new Set(countedMeetings(input).flatMap(({ id, counts }) => (counts ? [id] : [])))
    return named.filter(({ id }) => counting.has(id))
  })
  const of = meetings.length
  const noted = meetings.flatMap(({ actualMinutes }) => actualMinutes ?? [])
  const copies = meetings
    .map((meeting) => wasInTime(meeting, calendar, today))
    .filter((said) => said !== null)
  return {
    meetings: of,
    ledByOneWhoKnows: { part: meetings.filter(({ ledByOneWhoKnows }) => ledByOneWhoKnows).length, of },
    withViews: { part: meetings.filter(({ pupilPart }) => WITH_VIEWS.includes(pupilPart)).length, of },
    longEnough: {
      part: noted.filter((minutes) => minutes >= LONG_ENOUGH_MINUTES).length,
      of: noted.length,
    },
    typicalMinutes: middle(noted),
    plannedMinutes: middle(meetings.map(({ plannedMinutes }) => plannedMinutes)),
    inTime: { part: copies.filter(Boolean).length, of: copies.length },
  }
}

/** The same as governors may see it: no part that is small, and none from which a small one could be worked out (8.3). */
export type GovernorQuality = Record<
  'ledByOneWhoKnows' | 'withViews' | 'longEnough' | 'inTime',
  { readonly part: Shown; readonly of: Shown }
> & { readonly typicalMinutes: number | null }

/** Quality for governors: a figure stands only where both it and the rest are six or more (1.13). */
export function governorQuality(quality: Quality): GovernorQuality {
  const shown = ({ part, of }: PartOf) => {
    const [share = 'withheld'] = shownList([part, of - part]) ?? []
    return { part: share, of: shownList([of])?.[0] ?? ('withheld' as const) }
  }
  const longEnough = shown(quality.longEnough)
  return {
    ledByOneWhoKnows: shown(quality.ledByOneWhoKnows),
    withViews: shown(quality.withViews),
    longEnough,
    inTime: shown(quality.inTime),
    typicalMinutes: typeof longEnough.of === 'number' ? quality.typicalMinutes : null,
  }
}
