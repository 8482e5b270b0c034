import type { Delivered } from './rules'

/** Whether a session happened, as the three keys of the form say it. */
export const deliveredWords: Record<Delivered, string> = {
  given: 'Given',
  partly: 'In part',
  'not-given': 'Not given',
}

/** Who may read a note. */
export const audienceWords = {
  staff: 'Staff only',
  parents: 'Staff and the pupil’s parents',
} as const

/** How much later than the day it is about a note was written; null where it was written the same day. */
export const laterWords = (days: number) =>
  days === 0 ? null : `written ${days} ${days === 1 ? 'day' : 'days'} later`
