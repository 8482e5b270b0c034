import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat } from './counting.rules'

/** Who came to the part of a sitting that was recorded first, and how it was: the next record begins with it. */
export type SittingSoFar = {
  came: string[]
  staff: string[]
  late: string[]
  left: string[]
  ledById: string | null
  noteTaker: string | null
  on: IsoDate
  format: ParentMeetingFormat
}
