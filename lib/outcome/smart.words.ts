import { isoDateFromParts } from '@/lib/calendar/iso-date'
import { type FormValues, ticksOf, valueOf } from '@/lib/platform/form-state'
import type { SmartInput, SmartLetter, SmartRule } from './smart'

export const LETTERS = ['S', 'M', 'A', 'R', 'T'] as const satisfies readonly SmartLetter[]

/** What each letter of SMART stands for. */
export const letterWords: Record<SmartLetter, string> = {
  S: 'Specific',
  M: 'Measurable',
  A: 'Achievable',
  R: 'Relevant',
  T: 'Timed',
}

/** What is said where a letter has nothing to think about. */
export const letterIsRight: Record<SmartLetter, string> = {
  S: 'Something the pupil will do, that a visitor could see or hear.',
  M: 'A measure, a start and a target. Anybody could repeat it.',
  A: 'A step from where the pupil is now.',
  R: 'It says why it matters, and answers a need.',
  T: 'On or before the review.',
}

/** The boxes of the form that each letter is about. */
export const letterParts: Record<SmartLetter, readonly string[]> = {
  S: ['willDo'],
  M: ['measure', 'baseline', 'baselineOn', 'target'],
  A: ['baseline', 'target'],
  R: ['why', 'needs'],
  T: ['byOn'],
}

/** Rules that speak of an empty box: they wait until the person has been there, or has saved. */
export const OF_AN_EMPTY_BOX: ReadonlySet<SmartRule> = new Set<SmartRule>([
  ...([
    'no-measure',
    'no-baseline',
    'no-baseline-date',
    'no-target',
    'no-why',
    'no-need',
    'no-date',
  ] as const),
])

const dayOf = (values: FormValues, name: string) =>
  isoDateFromParts(
    valueOf(values, `${name}.day`),
    valueOf(values, `${name}.month`),
    valueOf(values, `${name}.year`),
  )

/** Whether anything is written in one of the boxes of a letter. */
export const isBegun = (values: FormValues, letter: SmartLetter) =>
  letterParts[letter].some(
    (part) =>
      valueOf(values, part).trim() !== '' ||
      valueOf(values, `${part}.day`).trim() !== '' ||
      ticksOf(values, part).some((tick) => tick.trim() !== ''),
  )

/** The outcome form as the checker reads it, as typed. */
export const typedOutcome = (
  values: FormValues,
  plan: Pick<SmartInput, 'startsOn' | 'reviewDue'>,
): SmartInput => ({
  ...plan,
  willDo: valueOf(values, 'willDo'),
  measure: valueOf(values, 'measure'),
  unit: valueOf(values, 'unit'),
  baseline: valueOf(values, 'baseline'),
  baselineOn: dayOf(values, 'baselineOn'),
  target: valueOf(values, 'target'),
  by: dayOf(values, 'byOn'),
  why: valueOf(values, 'why'),
  needs: ticksOf(values, 'needs'),
})
