import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ConcernWait } from './rules'

/** A parent's own concern, as their own pages tell it. */
export type OwnConcern = {
  id: string
  raisedOn: IsoDate
  words: string
  asksToTalk: boolean
  /** What the school answered last, and the day of its first answer. */
  answer: string | null
  answeredOn: IsoDate | null
  wait: ConcernWait
}
