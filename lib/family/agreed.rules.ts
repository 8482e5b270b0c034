import type { IsoDate } from '@/lib/calendar/iso-date'
import type { RecordVersion } from '@/lib/parent-meeting/signing.rules'
import type { ListedPoint } from '@/lib/parent-point/answer.rules'
import type { RecordQuestion } from '@/lib/record-question/rules'
import type { Child, Help } from './rules'

/** What was agreed at a meeting, as its page for a parent shows it. */
export type AgreedPage = {
  today: IsoDate
  child: Child
  on: IsoDate
  /** Every version of what was agreed, the newest first: there is one at least. */
  versions: [RecordVersion, ...RecordVersion[]]
  /** What this parent brought, and what became of it (P86). */
  points: ListedPoint[]
  /** What this parent asked about it (P84). */
  questions: RecordQuestion[]
  help: Help
}
