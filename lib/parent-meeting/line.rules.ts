import type { IsoDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import type { NotCounted, ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'
import type { MeetingFlag } from './owed.rules'
import type { CopyMethod, MeetingPurpose, PupilPart, RecordStep } from './record.rules'
import type { Offers } from '@/lib/invitation/line.rules'
import type { MeetingRuleSet } from './rule-set.rules'
import type { ParentMeetingStanding } from './rules'
import type { Spread } from './spread.rules'

/** A parent's copy of the record: given, declined, or still to give (6.71). */
export type Copy = {
  contactId: string
  name: string
  method: CopyMethod | null
  on: IsoDate | null
  /** The mail it went with, where it went by email with a link. */
  mailId?: string | null
}

/** That a record is signed off: as which version, when, by whom and, after the first, why. */
export type Signed = { number: number; on: IsoDate; by: string; reason: string | null }

/** What the database holds about one meeting, as a page shows it. */
export type MeetingRow = {
  id: string
  version: number
  status: ParentMeetingStatus
  on: IsoDate
  at: string | null
  format: ParentMeetingFormat
  purpose: MeetingPurpose
  place: string | null
  plannedMinutes: number
  actualMinutes: number | null
  isSenDiscussion: boolean
  roundId: string | null
  leaderId: string | null
  leader: string | null
  /** Parents asked to come; those who have since been shut out are not named. */
  invited: { contactId: string; name: string }[]
  /** Parents who came, as far as this person may know. */
  came: { contactId: string; name: string }[]
  /** Staff who came besides the one who led. */
  staff: { membershipId: string; name: string }[]
  pupilPart: PupilPart | null
  pupilPartNote: string | null
  cancelledBy: 'school' | 'parent' | null
  reasonNotHeld: string | null
  hasRecord: boolean
  /** The version it was last signed off as, by whom and when; nothing while it is still being written. */
  signed: Signed | null
  /** What of the newest version is still to be done besides parents' copies (R20). */
  stepsToDo: readonly RecordStep[]
  noteTaker: string | null
  /** Who came late and who left early, by contact or membership. */
  late: readonly string[]
  left: readonly string[]
  recordDue: IsoDate | null
  copies: Copy[]
  copyDue: IsoDate | null
}

/** Where one pupil stands, with its reason in a sentence. */
export type Standing = { standing: ParentMeetingStanding; sentence: string }

/** One meeting on a pupil's page: what happened, whether it counts and what it still owes. */
export type MeetingLine = MeetingRow & {
  counts: boolean
  reason: NotCounted | null
  /** Why it does not count, in words; nothing where it does. */
  why: string | null
  flags: MeetingFlag[]
}

export type PupilMeetings = Standing & {
  /** The year this is about, and what the school has set, for the words of the rule. */
  year: { firstDay: IsoDate; lastDay: IsoDate }
  phoneCounts: boolean
  /** What the Code asks in this year, in its own words. */
  rule: MeetingRuleSet
  /** How the meetings that count lie over the year; beside the state, never part of it. */
  spread: Spread
  /** How often meetings were offered this year and came about, for staff (C12). */
  offers?: Offers
  /** This year's meetings and those booked beyond it, by day. */
  meetings: MeetingLine[]
}

/** One thing to do that was agreed: who, what, by when. */
export type MeetingAction = { who: string; what: string; by: IsoDate | null }

/** What was agreed at a meeting (6.65, 6.71). */
export type MeetingRecordView = {
  outcomesAgreed: string
  supportAgreed: string
  parentWillDo: string | null
  pupilWillDo: string | null
  schoolWillDo: string | null
  aspirations: string | null
  pupilSaid: string | null
  worries: string | null
  atHome: string | null
  nextMeeting: string | null
  writtenOn: IsoDate
  isShared: boolean
  actions: MeetingAction[]
}

const ROUND_SCHOOL_DAYS = 10

type Apart = Pick<MeetingRow, 'id' | 'on' | 'status' | 'roundId' | 'invited' | 'came'>

/**
 * Another meeting that may be the same round with the other parent: less than ten school days apart, neither in a
 * round, and nobody at both (8.3, C7). They count apart until somebody says that they belong together.
 */
export function possibleRound<Meeting extends Apart>(
  mine: Apart,
  meetings: readonly Meeting[],
  calendar: SchoolCalendar,
): Meeting | null {
  const parentsOf = ({ status, invited, came }: Apart) =>
    (status === 'held' ? came : invited).map(({ contactId }) => contactId)
  const isOpen = ({ status, roundId }: Apart) =>
    (status === 'held' || status === 'booked') && roundId === null
  const here = parentsOf(mine)
  if (!isOpen(mine) || here.length === 0) return null
  const isNear = ({ on }: Apart) => Math.abs(schoolDaysBetween(calendar, mine.on, on)) < ROUND_SCHOOL_DAYS
  const isOther = (other: Apart) => {
    const there = parentsOf(other)
    return there.length > 0 && !there.some((id) => here.includes(id))
  }
  return (
    meetings.find(
      (other) =>
        other.id !== mine.id && other.on !== mine.on && isOpen(other) && isNear(other) && isOther(other),
    ) ?? null
  )
}
