import type { IsoDate } from '@/lib/calendar/iso-date'

/** What a parent asked about a line of a record, and what the school answered; both stay (P84). */
export type RecordQuestion = {
  readonly id: string
  readonly contactId: string
  readonly parentName: string
  /** The version it was asked of, and its line. */
  readonly number: number
  readonly line: string
  readonly words: string | null
  readonly askedOn: IsoDate
  readonly answer: { readonly words: string; readonly by: string; readonly on: IsoDate } | null
}
