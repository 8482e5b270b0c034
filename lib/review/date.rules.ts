import { daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { countUpTo, isSchoolDay, type SchoolCalendar, schoolDaysOf } from '@/lib/calendar/school-days'
import { DUE_SOON_DAYS } from './rules'

/** `moved`: agreed anew before it passed. `expected`: a day noted once it had passed; the agreed one still counts. */
export const MOVE_KINDS = ['moved', 'expected'] as const

export type MoveKind = (typeof MOVE_KINDS)[number]

/** One change of an agreed review date, kept for ever (R15). */
export type ReviewMove = {
  readonly id: string
  readonly kind: MoveKind
  readonly from: IsoDate
  readonly to: IsoDate
  readonly reason: string
  readonly by: string
  readonly on: IsoDate
}

/** Whether a new day is an agreement or only what is expected now: the day it is due it can still be agreed (R15). */
export const moveKind = (reviewDue: IsoDate, today: IsoDate): MoveKind =>
  today <= reviewDue ? 'moved' : 'expected'

/** Why the review cannot be moved to this day, in the words the person reads (6.53, R15). */
export function moveProblem(
  to: IsoDate,
  { reviewDue, startedOn }: { readonly reviewDue: IsoDate; readonly startedOn: IsoDate },
  today: IsoDate,
): string | null {
  if (to < today) return 'The new day must be today or later'
  if (to === reviewDue) return `The review is agreed for ${longDate(reviewDue)} already: enter another day`
  if (to <= startedOn) return `The new day must be after ${longDate(startedOn)}, when the cycle began`
  return null
}

/** The latest day noted for a review whose agreed day has passed. */
export const expectedOn = (moves: readonly ReviewMove[]): IsoDate | null =>
  moves.filter(({ kind }) => kind === 'expected').at(-1)?.to ?? null

/** A review that falls on a day without school, and the last school day on which it can still be held in time. */
export type HolidayMove = { readonly moveBy: IsoDate; readonly daysLeft: number }

/**
 * A due date in a holiday is to be moved while school is still open: asked from a fortnight before the last school day
 * before it. `null` on a school day, too early, or when that day has passed (R14).
 */
export function holidayMove(
  reviewDue: IsoDate,
  calendar: SchoolCalendar,
  today: IsoDate,
): HolidayMove | null {
  const days = schoolDaysOf(calendar)
  const last = days.at(-1)
  if (isSchoolDay(calendar, reviewDue) || last === undefined) return null
  const moveBy = days[countUpTo(days, reviewDue) - 1]
  if (moveBy === undefined || today > moveBy) return null
  // past the calendar's own end it says nothing about the day, except in the weeks that follow it
  if (moveBy === last && daysBetween(last, reviewDue) > LONGEST_HOLIDAY) return null
  const daysLeft = daysBetween(today, moveBy)
  return daysLeft <= DUE_SOON_DAYS ? { moveBy, daysLeft } : null
}

// The summer, with some days to spare.
const LONGEST_HOLIDAY = 41
