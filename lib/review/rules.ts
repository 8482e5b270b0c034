import { daysBetween, type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'

/** A review is announced this many days before it is due (R14; a product default). */
export const DUE_SOON_DAYS = 14

export type ReviewTiming = 'not-due' | 'due-soon' | 'due-today' | 'overdue'

/** How near an agreed review date is: due today is not overdue, the next day is (6.53, R14, R15). */
export function reviewTiming(reviewDue: IsoDate, today: IsoDate): ReviewTiming {
  if (reviewDue < today) return 'overdue'
  if (reviewDue === today) return 'due-today'
  return reviewDue <= plusDays(today, DUE_SOON_DAYS) ? 'due-soon' : 'not-due'
}

/** Calendar days a review was held, or still is, after its date; early is 0. Kept for ever once held (R16). */
export const daysLate = (reviewDue: IsoDate, heldOn: IsoDate) => Math.max(0, daysBetween(reviewDue, heldOn))

/** A change of the agreed review date: the date it was, and the day it was changed. */
export type ReviewDueMove = { readonly from: IsoDate; readonly movedOn: IsoDate }

/**
 * The date a review is late against. Moving a date that has not passed is an agreement; moving one that has
 * passed does not undo the lateness, so the first such date stays the one that counts (R15).
 */
export function reviewDueThatCounts(reviewDue: IsoDate, moves: readonly ReviewDueMove[]): IsoDate {
  const inOrder = [...moves].sort((a, b) => (a.movedOn < b.movedOn ? -1 : a.movedOn > b.movedOn ? 1 : 0))
  return inOrder.find(({ from, movedOn }) => from < movedOn)?.from ?? reviewDue
}

/** Why a review of this cycle cannot have been held on this day, in the words the person reads. */
export function heldOnProblem(heldOn: IsoDate, cycle: { startedOn: IsoDate }, today: IsoDate): string | null {
  if (heldOn > today) return 'Date of the review must be today or in the past'
  if (heldOn < cycle.startedOn) return `Date of the review must be on or after ${longDate(cycle.startedOn)}`
  return null
}
