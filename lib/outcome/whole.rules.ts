import type { IsoDate } from '@/lib/calendar/iso-date'
import { saysNothing } from './plain.rules'

/** What R09 asks of every outcome in force: a start, a measure, a target, a day, and the impact that is expected. */
export const PARTS = ['baseline', 'measure', 'target', 'by', 'expectedImpact'] as const

export type OutcomePart = (typeof PARTS)[number]

/** The parts of a target of a plan, as far as R09 looks at them. */
export type Parts = {
  readonly baseline: string | null
  readonly measure: string | null
  readonly target: string | null
  readonly by: IsoDate | null
  readonly expectedImpact: string | null
}

/** Which parts of an outcome are not there (R09; 6.48, 9.66); in the order in which they are written. */
export const missingParts = (outcome: Parts): OutcomePart[] =>
  PARTS.filter((part) => saysNothing(outcome[part]))

/** An outcome of a plan in force that is not whole. */
export type PartOutcome = Parts & { readonly id: string; readonly willDo: string }

/** The outcomes of a plan in force that are not whole, with what they lack (R09); a draft is not asked. */
export const outcomesNotWhole = (plan: {
  readonly isInForce: boolean
  readonly outcomes: readonly PartOutcome[]
}): { outcome: PartOutcome; missing: OutcomePart[] }[] =>
  plan.isInForce
    ? plan.outcomes
        .map((outcome) => ({ outcome, missing: missingParts(outcome) }))
        .filter(({ missing }) => missing.length > 0)
    : []
