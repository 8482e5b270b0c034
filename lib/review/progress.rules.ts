import type { IsoDate } from '@/lib/calendar/iso-date'
import { schoolDaysBetween, type TermCalendar } from '@/lib/calendar/school-days'
import type { ReviewViews } from './views.rules'

/** The share of outcomes below expected from which a cycle asks for another look (R25; a product default). */
export const POOR_SHARE = 0.5

/** One outcome says little: fewer than these are not counted (R25). */
export const POOR_NEEDS_OUTCOMES = 2

/** A cycle that was reviewed, with the rating of each of its outcomes. */
export type ReviewedCycle = {
  readonly startedOn: IsoDate
  readonly heldOn: IsoDate
  readonly ratings: readonly number[]
}

/** Whether half or more of at least two outcomes were rated below expected (6.58, R25). */
export function isBelowExpected(ratings: readonly number[]): boolean {
  const below = ratings.filter((rating) => rating < 0).length
  return ratings.length >= POOR_NEEDS_OUTCOMES && below / ratings.length >= POOR_SHARE
}

/** A specialist who was asked to help, as far as the prompts go (6.59). */
export type Involvement = {
  readonly requestedOn: IsoDate
  readonly firstSeenOn: IsoDate | null
  readonly reportReceivedOn: IsoDate | null
}

/**
 * Whether a specialist has been involved since this day: seen or reported since, or asked since and not more than
 * about a term of this school ago (R26).
 */
export const isInvolvedSince = (
  involvements: readonly Involvement[],
  since: IsoDate,
  calendar: TermCalendar,
  today: IsoDate,
): boolean =>
  involvements.some(({ requestedOn, firstSeenOn, reportReceivedOn }) => {
    if ([firstSeenOn, reportReceivedOn].some((day) => day !== null && day >= since)) return true
    return requestedOn >= since && schoolDaysBetween(calendar, requestedOn, today) <= calendar.termSchoolDays
  })

/** A pupil on the register whose cycles were reviewed: the latest two, the newest first, and who was asked to help. */
export type ReviewedPupil = {
  readonly pupilId: string
  readonly name: string
  readonly className: string | null
  readonly cycles: readonly (ReviewedCycle & { readonly cycleId: string; readonly views: ReviewViews })[]
  readonly involvements: readonly Involvement[]
}

export type ProgressPrompt = {
  /** R25: think about a specialist (6.58). R26: one should be involved (6.59). */
  readonly rule: 'R25' | 'R26'
  /** The day of the review from which it stands. */
  readonly since: IsoDate
}

/**
 * What slow progress asks for, from the latest reviewed cycles, the newest first: after one cycle with half the outcomes
 * below expected, to think of a specialist; after two in a row, to involve one, always with the parents (6.58, 6.59).
 */
export function progressPrompt(
  cycles: readonly ReviewedCycle[],
  involvements: readonly Involvement[],
  calendar: TermCalendar,
  today: IsoDate,
): ProgressPrompt | null {
  const [latest, before] = cycles
  if (!latest || !isBelowExpected(latest.ratings)) return null
  const isSecond = before !== undefined && isBelowExpected(before.ratings)
  const first = isSecond ? before : latest
  if (isInvolvedSince(involvements, first.startedOn, calendar, today)) return null
  return { rule: isSecond ? 'R26' : 'R25', since: latest.heldOn }
}
