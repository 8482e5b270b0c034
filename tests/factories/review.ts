import { isoDate } from '@/lib/calendar/iso-date'
import type { Lifecycle, OutcomeRating, ProvisionDecision } from '@/lib/review/decision.rules'
import type { ReviewForm } from '@/lib/review/schema'

/** How an outcome went, whole: below expected says why, and goes on unless the test says not. */
export const rated = (rating: OutcomeRating, attained = '31 words', lifecycle?: Lifecycle) => ({
  rating,
  attained,
  evidence: 'Dictation on Friday',
  trend: 'improving' as const,
  why: rating < 0 ? 'Away for two weeks' : null,
  whyNotKnown: false,
  lifecycle: lifecycle ?? (rating < 0 ? ('continuing' as const) : ('achieved' as const)),
})

/** How a provision went, whole: given as planned by a trained person, and adjusted. */
export const weighed = (decision: ProvisionDecision = 'adjust') => ({
  givenBy: 'as-planned' as const,
  givenByNote: null,
  trained: 'trained' as const,
  works: 'some' as const,
  quality: 'good' as const,
  reaction: 'She asks for it.',
  decision,
  reason: 'One to one works better.',
})

type Of = {
  outcomes: Record<string, OutcomeRating>
  provisions?: readonly { id: string }[]
  teacher: { id: string }
  senco: { id: string }
}

/** A whole review of 4 December 2026 that changes the support, with the next in March. */
export const aReviewForm = (
  { outcomes, provisions = [], teacher, senco }: Of,
  over: Partial<ReviewForm> = {},
): ReviewForm => ({
  heldOn: isoDate('2026-12-04'),
  ratings: Object.fromEntries(Object.entries(outcomes).map(([id, rating]) => [id, rated(rating)])),
  provisions: Object.fromEntries(provisions.map(({ id }) => [id, weighed()])),
  parentViews: 'She reads to her sister.',
  parentViewsMissing: null,
  invitedFirst: null,
  invitedSecond: null,
  pupilAskedOn: isoDate('2026-12-01'),
  pupilViews: null,
  pupilViewsMissing: 'Away ill',
  support: 'Given as planned.',
  parentsSayNext: 'A quieter place to read.',
  pupilSaysNext: null,
  decision: 'change-support',
  decisionReason: 'One to one works better.',
  unchangedReason: null,
  nextStartsOn: isoDate('2026-12-07'),
  nextReviewDue: isoDate('2027-03-12'),
  teacherId: teacher.id,
  sencoId: senco.id,
  ...over,
})
