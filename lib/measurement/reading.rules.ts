/** What a measure says as a number: of how many, or as a share of a hundred, where the words say so. */
export type Reading = {
  readonly value: number
  readonly outOf: number | null
  readonly isPercent: boolean
}

const NUMBER = /-?\d+(?:,\d{3})*(?:\.\d+)?/g
const OUT_OF = /^\s*(?:of|out of|\/)\s*(?:the\s+)?$/i

const numberOf = (text: string) => Number(text.replaceAll(',', ''))

/**
 * The number in an answer: "12 words" is 12, "4 of 5" is 4 of 5, "60%" is a share of a hundred. Words with no number, and
 * words with several ("3 on Monday, 5 on Tuesday"), are no reading: they are shown as they were written.
 */
export function readingOf(text: string | null): Reading | null {
  const said = text ?? ''
  const found = [...said.matchAll(NUMBER)]
  const [first, second] = found
  if (!first || found.length > 2) return null
  const value = numberOf(first[0])
  const after = said.slice(first.index + first[0].length)
  if (!second) return { value, outOf: null, isPercent: /^\s*(?:%|per ?cent)/i.test(after) }
  const between = said.slice(first.index + first[0].length, second.index)
  const outOf = numberOf(second[0])
  return OUT_OF.test(between) && outOf > 0 ? { value, outOf, isPercent: false } : null
}

/** A reading on the scale of another: 8 of 10 beside a target of 4 of 5 is 4; as it stands where nothing is to convert. */
export function onScaleOf(reading: Reading, scale: Reading): number {
  const share = reading.outOf !== null ? reading.value / reading.outOf : reading.value / 100
  if (reading.outOf === null && !reading.isPercent) return reading.value
  if (scale.isPercent && !reading.isPercent) return rounded(share * 100)
  if (scale.outOf !== null && scale.outOf !== reading.outOf) return rounded(share * scale.outOf)
  return reading.value
}

const rounded = (value: number) => Math.round(value * 10) / 10

const MOST_KEYS = 10

/**
 * The keys of a score that one tap gives: 0 to 5 for a target of "4 of 5" or "5 points", null where the numbers are too
 * many to tap and are typed instead.
 */
export function scoreKeys(outcome: {
  readonly baseline: string | null
  readonly target: string | null
}): { readonly keys: readonly number[]; readonly outOf: number | null } | null {
  const target = readingOf(outcome.target)
  const baseline = readingOf(outcome.baseline)
  if (!target || target.isPercent) return null
  const most = target.outOf ?? Math.max(target.value, baseline?.value ?? 0)
  if (!Number.isInteger(most) || most < 1 || most > MOST_KEYS) return null
  return { keys: Array.from({ length: most + 1 }, (_, key) => key), outOf: target.outOf }
}

/** Whether what was typed is a score and nothing else: "31", "31 words", "4 of 5", "60%"; a sentence with a number is not. */
export function isScore(text: string, unit: string | null): boolean {
  const bare = unit === null ? text : text.replace(new RegExp(`\\s*${escaped(unit)}\\s*$`, 'i'), '')
  return /^-?[\d.,]+\s*(?:%|(?:of|out of|\/)\s*\d+)?$/i.test(bare.trim()) && readingOf(bare) !== null
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
