import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'

/** Whose concern it is: staff raise their own, or write down a parent's or the pupil's (6.17, 6.20). */
export const RAISED_BY = ['staff', 'parent', 'pupil'] as const

export type RaisedBy = (typeof RAISED_BY)[number]

/** Signs of less than expected progress, given age and circumstances (6.17). */
export const SIGNS = [
  'slower-than-peers',
  'below-own-previous-rate',
  'gap-not-closing',
  'gap-widening',
] as const

export type Sign = (typeof SIGNS)[number]

/** What the SENCO can decide on a concern (6.21 to 6.24, P03). */
export const DECISIONS = ['sen-support', 'not-sen', 'monitor', 'gather-more'] as const

export type ConcernDecision = (typeof DECISIONS)[number]

/** School days in which a concern is answered; product defaults, not the Code's (R36; domain.md 1.1). */
export const ANSWER_WITHIN: Record<RaisedBy, number> = { staff: 10, parent: 5, pupil: 5 }

export type ConcernWait = { schoolDays: number; isLate: boolean; isAnswered: boolean }

/**
 * How long a concern waited for its answer, or still waits, in school days: one raised in the holidays waits from the
 * next school day (6.20, R05, R36).
 */
export function concernWait(
  concern: { raisedBy: RaisedBy; raisedOn: IsoDate; answeredOn: IsoDate | null },
  today: IsoDate,
  calendar: SchoolCalendar,
): ConcernWait {
  const schoolDays = schoolDaysBetween(calendar, concern.raisedOn, concern.answeredOn ?? today)
  return {
    schoolDays,
    isLate: schoolDays > ANSWER_WITHIN[concern.raisedBy],
    isAnswered: concern.answeredOn !== null,
  }
}

/** Why a concern cannot have been raised on this day. */
export function raisedOnProblem(
  raisedOn: IsoDate,
  pupil: { dateOfBirth: IsoDate },
  today: IsoDate,
): string | null {
  if (raisedOn > today) return 'The day of the concern must be today or in the past'
  if (raisedOn < pupil.dateOfBirth) return 'The day of the concern must be after the pupil was born'
  return null
}

/** Why a concern cannot have been answered on this day. */
export function answeredOnProblem(answeredOn: IsoDate, raisedOn: IsoDate, today: IsoDate): string | null {
  if (answeredOn > today) return 'The day of the answer must be today or in the past'
  if (answeredOn < raisedOn)
    return `The day of the answer must be on or after ${longDate(raisedOn)}, when it was raised`
  return null
}
