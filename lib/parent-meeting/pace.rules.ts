import type { IsoDate } from '@/lib/calendar/iso-date'
import { countUpTo, countWithin, schoolDaysOf, type Term } from '@/lib/calendar/school-days'
import type { ScopePeriod } from './counting.rules'

/** One term as the 6.65 pace sees it: its school days in order, and the day by which its meeting is due. */
export type PacedTerm = { readonly days: readonly IsoDate[]; readonly dueOn: IsoDate | null }

/** The school days of one school year, and its terms with their due points (R21). */
export type PacedYear = {
  readonly days: readonly IsoDate[]
  readonly terms: readonly PacedTerm[]
  readonly lastSchoolDay: IsoDate | null
}

type YearOfCalendar = {
  readonly year: { readonly firstDay: IsoDate; readonly lastDay: IsoDate }
  readonly terms: readonly Term[]
  readonly closedDays: readonly IsoDate[]
  readonly warnSchoolDays: number
}

const within = (days: readonly IsoDate[], first: IsoDate, last: IsoDate) => {
  const end = countUpTo(days, last)
  return days.slice(end - countWithin(days, first, last), end)
}

function paced({ year, terms, closedDays, warnSchoolDays }: YearOfCalendar): PacedYear {
  const days = within(schoolDaysOf({ terms, closedDays }), year.firstDay, year.lastDay)
  const inOrder = [...terms].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
  const pacedTerms = inOrder
    .map(({ firstDay, lastDay }) => within(days, firstDay, lastDay))
    .filter((termDays) => termDays.length > 0)
    .map((termDays) => ({ days: termDays, dueOn: termDays[termDays.length - 1 - warnSchoolDays] ?? null }))
  return { days, terms: pacedTerms, lastSchoolDay: days.at(-1) ?? null }
}

// All pupils of a register share one calendar: it is worked out once, kept by the identity of its arrays.
const kept = new WeakMap<readonly Term[], { asked: YearOfCalendar; paced: PacedYear }>()

/** School days, terms and due points of a school year; a due point has `warnSchoolDays` school days after it. */
export function pacedYear(asked: YearOfCalendar): PacedYear {
  const known = kept.get(asked.terms)
  if (
    known?.asked.closedDays === asked.closedDays &&
    known.asked.year.firstDay === asked.year.firstDay &&
    known.asked.year.lastDay === asked.year.lastDay &&
    known.asked.warnSchoolDays === asked.warnSchoolDays
  )
    return known.paced
  const { year, terms, closedDays, warnSchoolDays } = asked
  const entry = { asked: { year: { ...year }, terms, closedDays, warnSchoolDays }, paced: paced(asked) }
  kept.set(terms, entry)
  return entry.paced
}

/** Periods joined where they meet or overlap, so that no day is counted twice (C13: scopes union). */
export function joined(periods: readonly ScopePeriod[]): ScopePeriod[] {
  const real = periods.filter(({ from, until }) => until === null || from <= until)
  if (real.length < 2) return real
  const union: ScopePeriod[] = []
  for (const period of real.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = union.at(-1)
    if (!last || (last.until !== null && last.until < period.from)) union.push(period)
    else if (last.until !== null && (period.until === null || period.until > last.until))
      union[union.length - 1] = { from: last.from, until: period.until }
  }
  return union
}

/** How many of these school days the pupil is in scope; `periods` are joined and an open one goes on. */
export function daysInScope(days: readonly IsoDate[], periods: readonly ScopePeriod[]): number {
  const last = days.at(-1)
  if (!last) return 0
  return periods.reduce((sum, { from, until }) => sum + countWithin(days, from, until ?? last), 0)
}

/** The terms that ask for a meeting: those of whose school days the pupil is in scope on at least half (R21). */
export const countedTerms = (terms: readonly PacedTerm[], periods: readonly ScopePeriod[]) =>
  terms.filter(({ days }) => daysInScope(days, periods) * 2 >= days.length)
