import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ConcernDecision, ConcernWait, RaisedBy, Sign } from './rules'

/** A concern about a pupil, with its answer or how long it has waited for one. */
export type ConcernLine = {
  id: string
  version: number
  raisedBy: RaisedBy
  /** Whose words these are: the parent, the pupil, or the member of staff. */
  from: string
  raisedOn: IsoDate
  words: string
  signs: Sign[]
  writtenBy: string
  decision: ConcernDecision | null
  answer: string | null
  answeredOn: IsoDate | null
  decidedBy: string | null
  wait: ConcernWait
}
