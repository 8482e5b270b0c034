import { dayAndMonth, type IsoDate, isoDate, longDate, plusDays, plusMonths } from '@/lib/calendar/iso-date'
import { plusSchoolDays, type SchoolCalendar } from '@/lib/calendar/school-days'
import type { ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'

/** The ways to meet that can count (8.3, C6). */
export const FORMATS = ['in-person', 'video', 'phone'] as const satisfies readonly ParentMeetingFormat[]

/** How a booked meeting came to nothing: called off by the school or the parents, declined, or nobody came. */
export const NOT_HELD_WAYS = ['school', 'parent', 'declined', 'nobody-came'] as const

export type NotHeldWay = (typeof NOT_HELD_WAYS)[number]

/** What a meeting was for. */
export const PURPOSES = [
  'plan',
  'review',
  'annual-review',
  'early-discussion',
  'exit',
  'parents-evening',
  'other',
] as const

export type MeetingPurpose = (typeof PURPOSES)[number]

/** What the pupil's part was (6.70). */
export const PUPIL_PARTS = ['all', 'part', 'views-before', 'not-obtained'] as const

export type PupilPart = (typeof PUPIL_PARTS)[number]

/** The ways in which a parent has a copy of the record, and that a parent does not want one (6.71). */
export const COPY_METHODS = ['in-person', 'letter', 'email', 'declined'] as const

export type CopyMethod = (typeof COPY_METHODS)[number]

// Product defaults, none of them the Code's (domain.md 8.2, marked †).
export const RECORD_WITHIN_SCHOOL_DAYS = 5
export const COPY_WITHIN_SCHOOL_DAYS = 10
export const LONG_ENOUGH_MINUTES = 20
export const USUAL_MINUTES = 30

/** The first day of the Code of Practice; no meeting under it was earlier. */
const FIRST_DAY_OF_THE_CODE = isoDate('2014-09-01')
const MONTHS_AHEAD = 12

/** Why a meeting cannot be arranged for this day. */
export function arrangedOnProblem(
  on: IsoDate,
  at: string | null,
  today: IsoDate,
): { field: 'on' | 'at'; message: string } | null {
  if (on < FIRST_DAY_OF_THE_CODE)
    return {
      field: 'on',
      message: `Date of the meeting must be on or after ${longDate(FIRST_DAY_OF_THE_CODE)}`,
    }
  if (on > plusMonths(today, MONTHS_AHEAD))
    return { field: 'on', message: 'Date of the meeting must be within the next 12 months' }
  if (on >= today && at === null) return { field: 'at', message: 'Enter the time the meeting starts' }
  return null
}

/** Why a meeting cannot have been held on this day (8.3, C10). */
export function heldOnProblem(on: IsoDate, today: IsoDate): string | null {
  if (on > today) return 'Date the meeting was held must be today or in the past'
  if (on < FIRST_DAY_OF_THE_CODE)
    return `Date the meeting was held must be on or after ${longDate(FIRST_DAY_OF_THE_CODE)}`
  return null
}

/** Why a copy of a record cannot have been given on this day. */
export function givenOnProblem(givenOn: IsoDate, heldOn: IsoDate, today: IsoDate): string | null {
  if (givenOn > today) return 'Date must be today or in the past'
  return givenOn < heldOn ? `Date must be on or after the meeting, ${longDate(heldOn)}` : null
}

/**
 * Whether a meeting is about setting and reviewing outcomes (8.3, C5). A parents' evening is only where it was
 * also a SEN review, said with a tick; so is a meeting for something else.
 */
export const isSenDiscussion = (purpose: MeetingPurpose, alsoReview: boolean) =>
  (purpose !== 'parents-evening' && purpose !== 'other') || alsoReview

type Agreed = {
  readonly outcomesAgreed: string
  readonly supportAgreed: string
  readonly parentWillDo: string | null
  readonly pupilWillDo: string | null
  readonly schoolWillDo: string | null
  readonly nextMeeting: string | null
}

/** The parts that 6.65 names and this record leaves out, in words that follow "It does not say". */
export function partsMissing(record: Agreed): string[] {
  const parts: [string | null, string][] = [
    [record.parentWillDo, 'what the parents will do'],
    [record.pupilWillDo, 'what the pupil will do'],
    [record.schoolWillDo, 'what the school will do'],
    [record.nextMeeting, 'when the next meeting is'],
  ]
  return parts.flatMap(([said, part]) => (said ? [] : [part]))
}

type MeetingCalendar = SchoolCalendar & { readonly year: { readonly lastDay: IsoDate } }

/** The day so many school days after a meeting; past the end of the year's calendar, as many days twice over. */
export const dueAfter = (calendar: MeetingCalendar, on: IsoDate, schoolDays: number): IsoDate =>
  plusSchoolDays(calendar, on, schoolDays) ?? plusDays(calendar.year.lastDay, 2 * schoolDays)

/** A rule of 6.64 to 6.71 that a meeting has not met, in a sentence (domain.md 8.2, R18 to R24). */
export type MeetingFlag = {
  readonly ruleId: 'R18' | 'R19' | 'R22' | 'R23' | 'R24'
  readonly severity: 'amber' | 'blue'
  readonly paragraph: string
  readonly message: string
  readonly due: IsoDate | null
}

export type FlaggableMeeting = {
  readonly status: ParentMeetingStatus
  readonly on: IsoDate
  readonly isLed: boolean
  readonly pupilPart: PupilPart | null
  readonly pupilPartNote: string | null
  readonly actualMinutes: number | null
  readonly hasRecord: boolean
  /** Parents who should have a copy and, as far as was recorded, have not had it. */
  readonly withoutCopy: readonly string[]
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']

function recordFlags(meeting: FlaggableMeeting, calendar: MeetingCalendar, today: IsoDate): MeetingFlag[] {
  const recordDue = dueAfter(calendar, meeting.on, RECORD_WITHIN_SCHOOL_DAYS)
  const copyDue = dueAfter(calendar, meeting.on, COPY_WITHIN_SCHOOL_DAYS)
  const flags: MeetingFlag[] = []
  if (!meeting.hasRecord && today > recordDue)
    flags.push({
      ruleId: 'R18',
      severity: 'amber',
      paragraph: '6.71',
      message: `No record of what was agreed; it was due by ${dayAndMonth(recordDue)}`,
      due: recordDue,
    })
  const { withoutCopy } = meeting
  if (withoutCopy.length > 0 && today > copyDue)
    flags.push({
      ruleId: 'R19',
      severity: 'amber',
      paragraph: '6.71',
      message: `${withoutCopy.length === 1 ? withoutCopy.join() : `${NUMBERS[withoutCopy.length] ?? withoutCopy.length} parents`} should have had a copy of the record by ${dayAndMonth(copyDue)}`,
      due: copyDue,
    })
  return flags
}

/** What a held meeting still owes to 6.67, 6.69, 6.70 and 6.71; a meeting that was not held owes nothing. */
export function meetingFlags(
  meeting: FlaggableMeeting,
  calendar: MeetingCalendar,
  today: IsoDate,
): MeetingFlag[] {
  if (meeting.status !== 'held') return []
  const flags = recordFlags(meeting, calendar, today)
  const note = (
    ruleId: MeetingFlag['ruleId'],
    severity: MeetingFlag['severity'],
    paragraph: string,
    message: string,
  ) => flags.push({ ruleId, severity, paragraph, message, due: null })
  if (!meeting.isLed) note('R22', 'amber', '6.67', 'No teacher or SENCO led it')
  if (meeting.pupilPart === null) note('R23', 'amber', '6.70', 'The pupil’s part is not recorded')
  if (meeting.pupilPart === 'not-obtained' && !meeting.pupilPartNote)
    note('R23', 'amber', '6.70', 'The pupil’s views were not obtained, and no reason is given')
  if (meeting.actualMinutes !== null && meeting.actualMinutes < LONG_ENOUGH_MINUTES)
    note('R24', 'blue', '6.69', `It took ${meeting.actualMinutes} minutes; ${USUAL_MINUTES} are usual`)
  return flags
}
