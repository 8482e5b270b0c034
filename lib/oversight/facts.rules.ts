import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import {
  countedMeetings,
  type CountableMeeting,
  type ParentMeetingFormat,
} from '@/lib/parent-meeting/counting.rules'
import { type MeetingCalendar, standingInput, type StatusPeriod } from '@/lib/parent-meeting/facts.rules'
import { daysInScope, joined, pacedYear } from '@/lib/parent-meeting/pace.rules'
import {
  explainedStanding,
  parentMeetingStanding,
  type ParentMeetingStanding,
} from '@/lib/parent-meeting/rules'
import { missingNotifications } from '@/lib/parent-notification/rules'
import { daysOverdue, registerStatus, type RegisterStatus } from '@/lib/sen-register/rules'

/** A parent or carer without a name, and whether they were told of SEN support as it stands today (section 68). */
type AnonymousParent = {
  readonly hasParentalResponsibility: boolean
  readonly caresForPupil: boolean
  readonly restrictedFrom: IsoDate | null
  readonly restrictedUntil: IsoDate | null
  readonly told: boolean
  readonly toldOn: IsoDate | null
}

/** What `app.standing_facts` says of one pupil: enough for figures, and nothing to know the pupil by. */
export type AnonymousPupil = {
  readonly yearGroup: number | null
  readonly needCode: string | null
  /** The first day of the school year the pupil was born in: enough to know when compulsory school age ends. */
  readonly birthYearFirst: IsoDate
  readonly statuses: readonly StatusPeriod[]
  readonly meetings: readonly Omit<CountableMeeting, 'id'>[]
  readonly reviewDue: IsoDate | null
  readonly parents: readonly AnonymousParent[]
  readonly youngPersonTold: boolean
}

/** One pupil as figures are made of them. */
export type OversightPupil = {
  readonly yearGroup: number | null
  readonly need: string | null
  readonly status: RegisterStatus
  readonly standing: ParentMeetingStanding
  /** On the register on every school day of the year. */
  readonly isFullYear: boolean
  /** The days of the meetings that count, in order, and how each was held. */
  readonly heldOn: readonly IsoDate[]
  readonly formats: readonly ParentMeetingFormat[]
  /** How many meetings are needed by each due point of the year, that day included (8.3). */
  readonly neededBy: readonly number[]
  readonly reviewDue: IsoDate | null
  readonly daysOverdue: number
  /** null: nobody has to be told, because there is an EHC plan or the pupil is off the register (R01). */
  readonly isTold: boolean | null
}

/** The days of this year by which a meeting is due, in order (8.3). */
export const duePointsOf = (calendar: MeetingCalendar): IsoDate[] =>
  pacedYear({ ...calendar, warnSchoolDays: calendar.settings.warnSchoolDays }).terms.flatMap(({ dueOn }) =>
    dueOn === null ? [] : [dueOn],
  )

function isTold(pupil: AnonymousPupil, since: SchoolCalendar, today: IsoDate): boolean | null {
  const now = pupil.statuses.find(({ from, until }) => from <= today && (until === null || today <= until))
  if (now?.status !== 'sen-support') return null
  const about = { senStatusId: 'today', method: 'in-person' as const }
  const parents = pupil.parents.map((parent, place) => ({ ...parent, contactId: String(place) }))
  const missing = missingNotifications({
    status: { id: about.senStatusId, kind: 'sen-support', from: now.from },
    pupil: { name: '', dateOfBirth: pupil.birthYearFirst },
    contacts: parents.map((parent) => ({ ...parent, name: '', relationship: '' })),
    notifications: [
      ...parents.flatMap(({ contactId, told, toldOn }) => (told ? [{ ...about, contactId, toldOn }] : [])),
      ...(pupil.youngPersonTold ? [{ ...about, contactId: null, toldOn: today }] : []),
    ],
    today,
    calendar: since,
  })
  return missing.length === 0
}

/** A pupil without a name as the figures of the year take them (8.3, "Headline figures for head and governors"). */
export function oversightPupil(
  pupil: AnonymousPupil,
  { calendar, since, today }: { calendar: MeetingCalendar; since: SchoolCalendar; today: IsoDate },
): OversightPupil {
  const meetings = pupil.meetings.map((meeting, place) => ({ ...meeting, id: String(place) }))
  const input = standingInput(
    { dateOfBirth: pupil.birthYearFirst, statuses: pupil.statuses, meetings },
    calendar,
    today,
  )
  const { standing, reasons } = explainedStanding(input)
  const year = pacedYear({ ...calendar, warnSchoolDays: calendar.settings.warnSchoolDays })
  const counted = new Set(countedMeetings(input).flatMap(({ id, counts }) => (counts ? [id] : [])))
  return {
    yearGroup: pupil.yearGroup,
    need: pupil.needCode,
    status: registerStatus(pupil.statuses, today),
    standing,
    isFullYear: daysInScope(year.days, joined(input.inScope)) === year.days.length,
    heldOn: reasons.heldOn,
    formats: meetings.filter(({ id }) => counted.has(id)).map(({ format }) => format),
    neededBy: duePointsOf(calendar).map(
      (due) => parentMeetingStanding({ ...input, today: plusDays(due, 1) }).expectedByNow,
    ),
    reviewDue: pupil.reviewDue,
    daysOverdue: daysOverdue(pupil.reviewDue, today),
    isTold: isTold(pupil, since, today),
  }
}
