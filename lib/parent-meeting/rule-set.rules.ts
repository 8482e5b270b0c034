import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { CountingRule } from './counting.rules'

/** One wording of the Code’s paragraph on meeting parents, from the day it holds; a changed Code is a new one (R21). */
export type MeetingRuleSet = CountingRule & {
  readonly from: IsoDate
  /** The paper and the paragraph: "SEND Code of Practice, January 2015", "6.65". */
  readonly source: string
  readonly paragraph: string
  /** The sentence of the paragraph that is counted, as it stands there. */
  readonly words: string
}

/**
 * Code of Practice 6.65 as it has held since 1 September 2014. The database holds the same row; this one is for
 * examples and for whoever asks without a database.
 */
export const CODE_OF_2015: MeetingRuleSet = {
  from: isoDate('2014-09-01'),
  source: 'SEND Code of Practice, January 2015',
  paragraph: '6.65',
  words: 'Schools should meet parents at least three times each year.',
  eachYear: 3,
  formats: ['in-person', 'video', 'phone'],
}

/**
 * The rule set of a school year: the one in force on its first day, because a year keeps one rule from beginning to
 * end, and an old year keeps its own. A year before the first of them is read by the first.
 */
export function ruleSetOf(sets: readonly MeetingRuleSet[], firstDay: IsoDate): MeetingRuleSet {
  const inOrder = [...sets].sort((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.findLast(({ from }) => from <= firstDay) ?? inOrder[0] ?? CODE_OF_2015
}
