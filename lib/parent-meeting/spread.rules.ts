import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { Term } from '@/lib/calendar/school-days'
import { countedTerms, joined, pacedYear } from './pace.rules'
import type { StandingInput } from './rules'

/** Two meetings closer than this are pointed out; a product default, not the Code's (8.3). */
export const CLOSE_DAYS = 14

type SpreadInput = Pick<StandingInput, 'today' | 'year' | 'closedDays' | 'inScope' | 'settings'> & {
  readonly terms: readonly (Term & { readonly name?: string })[]
}

/** A term that asks this pupil for a meeting, and how many that count were held in it. */
export type TermHeld = { readonly name: string; readonly firstDay: IsoDate; readonly held: number }

/** How the meetings that count lie over the year: never part of the state, only shown beside it. */
export type Spread = {
  /** The term that has two or more while another that asks for one has none; null where there is no such term. */
  readonly bunchedIn: TermHeld | null
  /** The terms without one that have begun, or that no meeting is needed for any more. */
  readonly without: readonly TermHeld[]
  /** The first two that are less than fourteen† days apart. */
  readonly close: readonly [IsoDate, IsoDate] | null
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/**
 * Whether meetings that count are bunched: three in one autumn meet 6.65, and yet one guide for parents asks for one in
 * each term. `heldOn` are the days of those that count, in order; the state is not touched by any of it.
 */
export function spreadOf(input: SpreadInput, heldOn: readonly IsoDate[]): Spread {
  const { today, year, terms, closedDays, settings } = input
  const paced = pacedYear({ year, terms, closedDays, warnSchoolDays: settings.warnSchoolDays })
  const asking = new Set(countedTerms(paced.terms, joined(input.inScope)))
  const inTerms = paced.terms.flatMap((term, place): TermHeld[] => {
    const firstDay = term.days[0]
    if (!firstDay || !asking.has(term)) return []
    // A meeting in the holidays is of the term before it: what was held after this one began and before the next.
    const next = paced.terms[place + 1]?.days[0]
    const held = heldOn.filter((on) => (place === 0 || on >= firstDay) && (next === undefined || on < next))
    const named = terms.find((one) => one.firstDay <= firstDay && firstDay <= one.lastDay)
    return [{ name: named?.name ?? `${PLACES[place] ?? 'next'} term`, firstDay, held: held.length }]
  })
  const isDone = heldOn.length >= settings.rule.eachYear
  const without = inTerms.filter(({ held, firstDay }) => held === 0 && (isDone || firstDay <= today))
  const bunched = inTerms.find(({ held }) => held > 1)
  const place = heldOn.findIndex((on, at) => {
    const before = heldOn[at - 1]
    return before !== undefined && daysBetween(before, on) < CLOSE_DAYS
  })
  const [first, second] = [heldOn[place - 1], heldOn[place]]
  return {
    bunchedIn: without.length > 0 ? (bunched ?? null) : null,
    without,
    close: place > 0 && first && second ? [first, second] : null,
  }
}
