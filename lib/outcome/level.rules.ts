import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import { inFigures, plain, saysNothing, type Typed } from './plain.rules'

/** A start or a target as a number, with what it is out of and the words that go with it. */
export type Level = {
  readonly text: string
  readonly numbers: readonly number[]
  readonly outOf: number | null
  /** A reading age and the like, in months. */
  readonly months: number | null
  readonly words: readonly string[]
}

const OUT_OF = /(-?\d+(?:\.\d+)?) ?(?:\/|out of|of|in(?: every)?)(?: the| his| her)? ?(\d+(?:\.\d+)?)/
const PERCENT = /(-?\d+(?:\.\d+)?) ?(?:%|per ?cent)/
const AGE = /(\d{1,2}) ?(?:years?|yrs?|y|:)[ ,]*(?:and )?(?:(\d{1,2}) ?(?:months?|mths?|m)?)?\b/
const NUMBER = /-?\d+(?:\.\d+)?/g
const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'out',
  'about',
  'around',
  'only',
  'currently',
  'at',
  'to',
  'least',
  'age',
  'per',
])

/** A start or a target as typed, read as far as it can be. */
export function levelOf(typed: Typed, isAge: boolean): Level {
  const text = inFullUnits(inFigures(plain(typed)).replace(/[.!]+$/, ''))
  const [share, percent, age] = [OUT_OF.exec(text), PERCENT.exec(text), AGE.exec(text)]
  const numbers = [...text.matchAll(NUMBER)].map(([number]) => Number(number))
  const years = numbers[0]
  const aged = age !== null && (isAge || age[2] !== undefined)
  return {
    text,
    numbers,
    outOf: share ? Number(share[2]) : percent ? 100 : null,
    months: aged
      ? Number(age[1]) * 12 + Number(age[2] ?? 0)
      : isAge && years !== undefined
        ? Math.round(years * 12)
        : null,
    words: text.split(/[^a-z]+/).filter((word) => word.length > 1 && !SMALL.has(word)),
  }
}

// "10 mins" is "10 minutes", "45 wpm" is "45 words per minute".
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bhalf (?:of )?(?:the|his|her|all) |^half$/g, '1 out of 2 '],
  [/(?<![a-z])wpm\b/g, 'words per minute'],
  [/(?<![a-z])mins?\b|\bminute\b/g, 'minutes'],
  [/(?<![a-z])secs?\b|\bsecond\b/g, 'seconds'],
  [/(?<![a-z])hrs?\b|\bhour\b/g, 'hours'],
  [/\bweekly\b/g, 'week'],
  [/\b(?:daily|days)\b/g, 'day'],
  [/(\d) ?- ?(\d)/g, '$1 to $2'],
]
const inFullUnits = (text: string) => UNITS.reduce((said, [from, to]) => said.replace(from, to), text)

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9

// "2 words" and "2 sentences" are not the same, "2" and "2 words" are.
function sayTheSame(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (
    /\b(?:without|not|no|alone|independently|own)\b/.test(
      many.filter((word) => !few.includes(word)).join(' '),
    )
  )
    return false
  return few.every((word) => many.includes(word))
}

/** Whether start and target are the same, as words or as numbers: "3", "3.0", "three" and "3 out of 10" (7.1). */
export function isSameLevel(start: Level, target: Level): boolean {
  if (start.text === target.text) return true
  const [[a, ...others], [b, ...also]] = [start.numbers, target.numbers]
  if (a === undefined || b === undefined) return false
  if (start.months !== null && target.months !== null) return start.months === target.months
  if (start.outOf !== null && target.outOf !== null) return near(a / start.outOf, b / target.outOf)
  if (start.outOf === null && target.outOf === null && others.length > 0 && also.length > 0)
    if (!others.every((number, index) => number === also[index])) return false
  return near(a, b) && sayTheSame(start.words, target.words)
}

const SCALE = /(?:out of|of|\/) ?(\d+)\b/
const USUAL_TIMES = 8
const NO_SMALL_STEP = 10
const FROM_NOTHING = 30
const DOWN_FROM = 15
const MOST_OF_A_SCALE = 0.85
const SMALL_SCALE = 5
const LONG_SCALE = 10
const MONTHS_OF_READING = 18

/** What goes with two levels: the text of their unit and measure, and the days between start and end. */
export type Around = {
  readonly unit: string
  readonly startsOn: IsoDate | null
  readonly by: IsoDate | null
}

// Four months of reading age in a month is the best that interventions are known for (domain.md 7.7).
const REMARKABLE = 4
const DAYS_A_MONTH = 30

function isLeapInAge(months: number, { startsOn, by }: Around): boolean {
  const elapsed = startsOn !== null && by !== null ? daysBetween(startsOn, by) / DAYS_A_MONTH : null
  if (elapsed === null || elapsed <= 0) return months >= MONTHS_OF_READING
  return months >= Math.max(MONTHS_OF_READING, REMARKABLE * elapsed)
}

/** Whether the target lies so far from the start that nobody would expect it in one cycle (7.1: a leap needs a reason). */
export function isLeap(start: Level, target: Level, around: Around): boolean {
  if (start.months !== null && target.months !== null)
    return isLeapInAge(target.months - start.months, around)
  const [a, b] = [start.numbers[0], target.numbers[0]]
  if (a === undefined || b === undefined || a < 0 || b < 0) return false
  const scale = target.outOf ?? start.outOf ?? scaleOf(around.unit)
  if (scale !== null && scale >= SMALL_SCALE && Math.max(a, b) <= scale)
    return Math.abs(b - a) / scale >= (scale >= LONG_SCALE ? MOST_OF_A_SCALE : 1)
  if (scale !== null && scale < SMALL_SCALE) return false
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  if (low === 0) return b > a ? high >= FROM_NOTHING && !/second/.test(around.unit) : high >= DOWN_FROM
  return high / low > USUAL_TIMES && high - low >= NO_SMALL_STEP
}

function scaleOf(unit: string): number | null {
  if (unit.includes('%') || /per ?cent/.test(unit)) return 100
  const found = SCALE.exec(inFigures(unit))
  return found ? Number(found[1]) : null
}

const COMPARED =
  /\b(?:more|better|improved?|higher|lower|fewer|less|increased?|increase|improvement|greater|progress)\b/
const MOST_WORDS = 4

/** A target that names no place to reach: nothing, "TBC", "better", "uses more words". */
export function hasNoTarget(target: Typed): boolean {
  if (saysNothing(target)) return true
  const text = inFigures(plain(target))
  return !/\d/.test(text) && COMPARED.test(text) && text.split(' ').length <= MOST_WORDS
}
