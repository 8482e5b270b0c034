import type { IsoDate } from '@/lib/calendar/iso-date'
import type {
  GivenBy,
  Lifecycle,
  OutcomeRating,
  ProvisionDecision,
  Quality,
  ReviewDecision,
  Trained,
  Trend,
  Works,
} from './decision.rules'
import type { MissingView } from './views.rules'

/** How one outcome went, as a review tells it. */
export type RatedOutcome = {
  readonly outcomeId: string
  readonly willDo: string
  readonly baseline: string | null
  readonly target: string | null
  readonly unit: string | null
  readonly rating: OutcomeRating
  readonly attained: string | null
  readonly evidence: string | null
  readonly trend: Trend | null
  readonly lifecycle: Lifecycle | null
  readonly why: string | null
  readonly whyNotKnown: boolean
}

/** How one provision was given and what it did, with the figures of that day. */
export type WeighedProvision = {
  readonly provisionId: string
  readonly what: string
  readonly planned: number | null
  readonly given: number
  readonly partly: number
  readonly notGiven: number
  readonly givenBy: GivenBy
  readonly givenByNote: string | null
  readonly trained: Trained
  readonly works: Works
  readonly quality: Quality
  readonly reaction: string | null
  readonly decision: ProvisionDecision
  readonly reason: string
}

/** What was said after the review was recorded; without words, one more invitation. */
export type LaterView = {
  readonly id: string
  readonly whose: MissingView
  readonly words: string | null
  readonly on: IsoDate
  readonly by: string
}

/** A review as it was recorded; it stays as it is. */
export type ReviewRecord = {
  readonly id: string
  readonly cycleId: string
  readonly cycleNumber: number
  readonly heldOn: IsoDate
  readonly dueOn: IsoDate
  readonly daysLate: number
  readonly parentViews: string | null
  readonly parentViewsMissing: string | null
  readonly parentInvitedOn: readonly IsoDate[]
  readonly pupilAskedOn: IsoDate | null
  readonly pupilViews: string | null
  readonly pupilViewsMissing: string | null
  readonly parentsSayNext: string | null
  readonly pupilSaysNext: string | null
  readonly support: string | null
  readonly decision: ReviewDecision
  readonly decisionReason: string
  readonly unchangedReason: string | null
  /** Who makes the changes that follow: the teacher and the SENCO. */
  readonly teacher: string | null
  readonly senco: string | null
  readonly recordedBy: string
  readonly recordedOn: IsoDate
  readonly outcomes: readonly RatedOutcome[]
  readonly provisions: readonly WeighedProvision[]
  readonly laterViews: readonly LaterView[]
  /** Whose views it lacks still (R17). */
  readonly missing: readonly MissingView[]
}

/** Who may sign a review off: a teacher, and the SENCO (P63). */
export type Signers = {
  readonly teachers: readonly { readonly id: string; readonly name: string }[]
  readonly sencos: readonly { readonly id: string; readonly name: string }[]
}
