/** What a review can decide (6.54, 6.58, 6.63): the words of the reviews table. */
export const REVIEW_DECISIONS = [
  'continue',
  'change-support',
  'involve-specialist',
  'request-ehc-needs-assessment',
  'step-down',
] as const

export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]

/** Whether another cycle follows: only taking the pupil off SEN support ends the story (6.44, 6.54). */
export const opensNextCycle = (decision: ReviewDecision) => decision !== 'step-down'

/** How an outcome went, from much less to much more than expected (domain.md 7.2). */
export const OUTCOME_RATINGS = [-2, -1, 0, 1, 2] as const

export type OutcomeRating = (typeof OUTCOME_RATINGS)[number]

/** An outcome rated less than expected is not achieved, and goes on into the next cycle (6.54). */
export const isAchieved = (rating: OutcomeRating) => rating >= 0
