import type { IsoDate } from '@/lib/calendar/iso-date'
import type { OutcomeRating, ReviewDecision } from './decision.rules'

/** How one outcome went, as a review tells it. */
export type RatedOutcome = {
  readonly outcomeId: string
  readonly willDo: string
  readonly target: string | null
  readonly unit: string | null
  readonly rating: OutcomeRating
  readonly attained: string | null
  readonly evidence: string | null
}

/** A review as it was recorded; it stays as it is. */
export type ReviewRecord = {
  readonly cycleId: string
  readonly cycleNumber: number
  readonly heldOn: IsoDate
  readonly dueOn: IsoDate
  readonly daysLate: number
  readonly parentViews: string | null
  readonly parentViewsMissing: string | null
  readonly pupilViews: string | null
  readonly pupilViewsMissing: string | null
  readonly support: string | null
  readonly decision: ReviewDecision
  readonly decisionReason: string
  readonly recordedBy: string
  readonly recordedOn: IsoDate
  readonly outcomes: readonly RatedOutcome[]
}
