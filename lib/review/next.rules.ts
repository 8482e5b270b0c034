import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { goesOn, type Lifecycle, type OutcomeRating, type ProvisionDecision } from './decision.rules'

/** Why the next cycle cannot begin on this day: the one before ends on the day of its review. */
export const nextStartsOnProblem = (nextStartsOn: IsoDate, heldOn: IsoDate): string | null =>
  nextStartsOn < heldOn
    ? `The first day of the next cycle must be on or after ${longDate(heldOn)}, when the review was held`
    : null

/** Why this cannot be the next review date: it lies ahead, and after the next cycle begins (6.54). */
export function nextReviewDueProblem(
  nextReviewDue: IsoDate,
  nextStartsOn: IsoDate,
  today: IsoDate,
): string | null {
  if (nextReviewDue <= today) return 'The next review date must be after today'
  if (nextReviewDue <= nextStartsOn)
    return `The next review date must be after ${longDate(nextStartsOn)}, when the next cycle begins`
  return null
}

/** As much of a reviewed plan as decides what the next cycle opens with. */
export type ReviewedPlan<
  Outcome extends { id: string },
  Provision extends { id: string; outcomeIds: readonly string[] },
> = {
  readonly outcomes: readonly Outcome[]
  readonly provisions: readonly Provision[]
  readonly ratings: Readonly<Record<string, { rating: OutcomeRating; lifecycle?: Lifecycle | null }>>
  /** What was decided about each provision; one that stops is not carried. */
  readonly verdicts?: Readonly<Record<string, { decision: ProvisionDecision }>>
}

/**
 * What goes on into the next cycle as a draft (6.54): outcomes that continue, and the provision that was for them unless
 * it stops. What was reached stays in the closed cycle, to be read and not repeated.
 */
export function carriedOn<
  Outcome extends { id: string },
  Provision extends { id: string; outcomeIds: readonly string[] },
>({ outcomes, provisions, ratings, verdicts = {} }: ReviewedPlan<Outcome, Provision>) {
  const going = outcomes.filter(({ id }) => {
    const given = ratings[id]
    return given !== undefined && goesOn(given)
  })
  const ids = new Set(going.map(({ id }) => id))
  return {
    outcomes: going,
    provisions: provisions
      .filter(({ id }) => verdicts[id]?.decision !== 'stop')
      .map((provision) => ({ ...provision, outcomeIds: provision.outcomeIds.filter((id) => ids.has(id)) }))
      .filter(({ outcomeIds }) => outcomeIds.length > 0),
  }
}
