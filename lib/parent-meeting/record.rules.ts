import { type IsoDate, isoDate, longDate, plusDays, plusMonths } from '@/lib/calendar/iso-date'
import { plusSchoolDays, type SchoolCalendar } from '@/lib/calendar/school-days'
import type { ParentMeetingFormat } from './counting.rules'

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

/** The same for a signed record, which the service itself can give: on the family's page, or with a link by email. */
export const GIVING_METHODS = ['in-person', 'letter', 'service', 'link', 'email', 'declined'] as const

export type CopyMethod = (typeof GIVING_METHODS)[number]

/** What is done with each version besides giving it to parents: staff have it, and the MIS is updated (6.71, R20). */
export const RECORD_STEPS = ['staff', 'mis'] as const

export type RecordStep = (typeof RECORD_STEPS)[number]

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

/** A school's calendar with the end of its year. */
export type MeetingCalendar = SchoolCalendar & { readonly year: { readonly lastDay: IsoDate } }

/** The day so many school days after a meeting; past the end of the year's calendar, as many days twice over. */
export const dueAfter = (calendar: MeetingCalendar, on: IsoDate, schoolDays: number): IsoDate =>
  plusSchoolDays(calendar, on, schoolDays) ?? plusDays(calendar.year.lastDay, 2 * schoolDays)
