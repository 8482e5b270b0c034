import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { SEN_REASONS, type SenReason } from '@/lib/sen-status/rules'
import type { ConcernDecision } from './rules'

/** What speaks for something other than SEN, or says that it is too early to know (6.19, 6.21 to 6.24). */
export const OTHER_REASONS = [
  'good-teaching-is-enough',
  'life-event',
  'health-or-attendance',
  'not-enough-known',
] as const

/** What a decision on a concern can rest on (6.15 to 6.24). */
export const CONCERN_REASONS = [...SEN_REASONS, ...OTHER_REASONS] as const

export type ConcernReason = (typeof CONCERN_REASONS)[number]

const LANGUAGE = 'english-as-an-additional-language' satisfies SenReason
const speaksForSen = (reason: ConcernReason) =>
  reason !== LANGUAGE && SEN_REASONS.some((known) => known === reason)

/**
 * Why a decision cannot rest on these reasons: a home language other than English is never the only reason for SEN
 * support (6.24; Children and Families Act 2014, section 20(4)), and nor is what speaks for something else.
 */
export function decisionReasonsProblem(
  decision: ConcernDecision,
  reasons: readonly ConcernReason[],
): string | null {
  if (decision !== 'sen-support' || reasons.length === 0 || reasons.some(speaksForSen)) return null
  return reasons.includes(LANGUAGE)
    ? 'English as an additional language can never be the only reason for SEN support (Code of Practice 6.24; Children and Families Act 2014, section 20(4)). Select what else shows it, or decide otherwise'
    : 'Select what shows that SEN support is needed (Code of Practice 6.15), or decide otherwise'
}

/** Whether a decision leaves the concern open: it is watched, or more is found out (6.19, P03). */
export const leavesOpen = (decision: ConcernDecision): boolean =>
  decision === 'monitor' || decision === 'gather-more'

/** Why a concern cannot be looked at again on this day: it is a day after the decision. */
export const lookAgainProblem = (lookAgainOn: IsoDate | null, decidedOn: IsoDate): string | null =>
  lookAgainOn !== null && lookAgainOn <= decidedOn
    ? `The day to look again must be after ${longDate(decidedOn)}`
    : null

/** SEN support decided before anything was tried asks why; it does not stop there (6.19, 6.37). */
export const untriedProblem = (
  decision: ConcernDecision,
  tried: { readonly strategies: number; readonly because: string | null },
): string | null =>
  decision === 'sen-support' && tried.strategies === 0 && tried.because === null
    ? 'No strategy is written down yet. Enter why SEN support cannot wait until one was tried (Code of Practice 6.19, 6.37)'
    : null
