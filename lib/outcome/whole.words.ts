import type { OutcomePart } from './whole.rules'

/** What each part of an outcome is called in a sentence. */
export const partWords: Record<OutcomePart, string> = {
  baseline: 'start',
  measure: 'measure',
  target: 'target',
  by: 'date',
  expectedImpact: 'expected impact',
}

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "no start, measure or date": what an outcome lacks, as it follows the outcome (R09). */
export const lacksWords = (missing: readonly OutcomePart[]) =>
  `no ${listed.format(missing.map((part) => partWords[part]))}`

/** What is said where the same target is set for the third time or more: a question, not a verdict. */
export const againWords = ({ times, since }: { times: number; since: number }) =>
  `This target has been set ${times} times, in each cycle since cycle ${since}. Is it the right target, or is it the support that should change?`
