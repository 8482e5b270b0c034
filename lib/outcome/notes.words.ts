import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'
import type { BroadArea } from '@/lib/sen-status/needs.rules'
import { areaFor, exampleFor } from './examples.words'
import type { GentleNote } from './rules'
import { type SmartFinding, smartFindings, type SmartInput } from './smart'

const A_WEEK = 7

/** A finding of the checker as a page says it: with its letter, and an example from the same area of need. */
export const noteOf = (
  { letter, rule, message }: SmartFinding,
  area: BroadArea | null,
  reviewDue: IsoDate | null,
): GentleNote => ({
  part: rule,
  letter,
  message,
  example:
    letter === 'T' && reviewDue !== null
      ? `${longDate(plusDays(reviewDue, -A_WEEK))}, a week before the review`
      : exampleFor(rule, area),
})

type Written = Omit<SmartInput, 'startsOn' | 'reviewDue'> & { readonly broadAreas?: readonly BroadArea[] }

/** What to think about again in an outcome of a draft, which cannot begin before today (7.1, 9.66). */
export function outcomeNotes(
  outcome: Written,
  plan: { readonly reviewDue: IsoDate | null; readonly today: IsoDate; readonly needs?: readonly string[] },
): GentleNote[] {
  const codes = typeof outcome.needs === 'string' ? [outcome.needs] : (outcome.needs ?? [])
  const area = areaFor(outcome.broadAreas ?? [], codes, plan.needs ?? [])
  return smartFindings({ ...outcome, startsOn: plan.today, reviewDue: plan.reviewDue }).map((finding) =>
    noteOf(finding, area, plan.reviewDue),
  )
}
