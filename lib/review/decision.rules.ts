import { isBelowExpected } from './progress.rules'

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

/** Whether the pupil is getting on, apart from whether the outcome was reached. */
export const TRENDS = ['improving', 'steady', 'slipping'] as const

export type Trend = (typeof TRENDS)[number]

/** What becomes of an outcome; neither its rating nor its trend says so by itself. */
export const LIFECYCLES = ['achieved', 'continuing', 'stopped'] as const

export type Lifecycle = (typeof LIFECYCLES)[number]

/** Whether an outcome goes on into the next cycle; in a review of before this was asked, the rating says it (6.54). */
export const goesOn = ({
  rating,
  lifecycle,
}: {
  readonly rating: OutcomeRating
  readonly lifecycle?: Lifecycle | null
}): boolean => (lifecycle ? lifecycle === 'continuing' : !isAchieved(rating))

/** What becomes of a provision (6.54, P62). */
export const PROVISION_DECISIONS = ['continue', 'adjust', 'stop'] as const

export type ProvisionDecision = (typeof PROVISION_DECISIONS)[number]

/** Whether it was given by the person the plan names (P67). */
export const GIVEN_BY = ['as-planned', 'partly-others', 'others'] as const
/** Whether that person had the training it needs (P67). */
export const TRAINED = ['trained', 'not-needed', 'not-trained', 'not-known'] as const
/** What difference it makes (P65, P66). */
export const WORKS = ['much', 'some', 'none', 'not-known'] as const
/** How well it was given, where somebody saw it (6.54). */
export const QUALITIES = ['good', 'mixed', 'poor', 'not-seen'] as const

export type GivenBy = (typeof GIVEN_BY)[number]
export type Trained = (typeof TRAINED)[number]
export type Works = (typeof WORKS)[number]
export type Quality = (typeof QUALITIES)[number]

/** As much of a review as shows whether anything changes. */
type Decided = {
  readonly ratings: readonly number[]
  readonly provisions: readonly { readonly decision: ProvisionDecision }[]
  readonly decision: ReviewDecision
  readonly unchangedReason: string | null
}

/**
 * No closing on "no progress, no decision" (6.54, P62, R25): where half the outcomes are below expected and everything
 * would go on as it is, the review says why the same support is given more time.
 */
export const needsUnchangedReason = ({ ratings, provisions, decision, unchangedReason }: Decided): boolean =>
  isBelowExpected(ratings) &&
  decision === 'continue' &&
  provisions.every((provision) => provision.decision === 'continue') &&
  unchangedReason === null
