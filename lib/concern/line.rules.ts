import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ConcernReason } from './decision.rules'
import type { ConcernDecision, ConcernWait, RaisedBy, Sign } from './rules'
import type { StrategyLine } from './strategy.rules'
import type { TalkLine } from './talk.rules'
import type { ConcernWaiting } from './waiting.rules'

/** One decision on a concern, as it was made (P03). */
export type DecisionLine = {
  readonly id: string
  readonly decision: ConcernDecision
  readonly reasons: readonly ConcernReason[]
  readonly words: string
  readonly comparison: string | null
  readonly noStrategiesBecause: string | null
  readonly lookAgainOn: IsoDate | null
  readonly decidedOn: IsoDate
  readonly decidedBy: string
  readonly talks: readonly TalkLine[]
}

/** A concern about a pupil, with everything that was decided and tried, and what it waits for. */
export type ConcernLine = {
  id: string
  version: number
  raisedBy: RaisedBy
  /** Whose words these are: the parent, the pupil, or the member of staff. */
  from: string
  raisedOn: IsoDate
  words: string
  signs: Sign[]
  /** The member of staff who wrote it down; null where a parent did it on the family's page. */
  writtenBy: string | null
  /** Whether the family would like to talk about it (P88). */
  asksToTalk: boolean
  /** The latest decision; null while there is none. */
  decision: ConcernDecision | null
  /** The day of the first answer. */
  answeredOn: IsoDate | null
  /** Newest first. */
  decisions: DecisionLine[]
  strategies: StrategyLine[]
  wait: ConcernWait
  waits: ConcernWaiting[]
}
