import { dateRange, type IsoDate, isoDate, longDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import { schoolDaysOf } from '@/lib/calendar/school-days'
import type { SchoolYearBounds } from '@/lib/calendar/school-year'

/** A term as the form has it; `row` is its number there. */
export type TermTyped = { row: string; name: string; firstDay: IsoDate; lastDay: IsoDate }

/** Days on which school is closed, as the form has them: one day, or the first and the last. */
export type ClosureTyped = { row: string; from: IsoDate; until: IsoDate | null; reason: string }

/** One closed day with its reason, as it is kept. */
export type ClosedDay = { day: IsoDate; reason: string }

type CalendarProblem = { field: string; message: string }

const FRIDAY = 5
const isWeekday = (day: IsoDate) => weekdayOf(day) <= FRIDAY

/** The days from the first to the last, both included. */
function* daysFrom(from: IsoDate, until: IsoDate) {
  for (let day = from; day <= until; day = plusDays(day, 1)) yield day
}

/** Every weekday that is closed, once, with the first reason given for it: school is never open at a weekend. */
export function closedDaysOf(
  closures: readonly Pick<ClosureTyped, 'from' | 'until' | 'reason'>[],
): ClosedDay[] {
  const reasons = new Map<IsoDate, string>()
  for (const { from, until, reason } of closures)
    for (const day of daysFrom(from, until ?? from))
      if (isWeekday(day) && !reasons.has(day)) reasons.set(day, reason)
  return [...reasons].map(([day, reason]) => ({ day, reason })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

const nextWeekday = (day: IsoDate): IsoDate => {
  const next = plusDays(day, 1)
  return isWeekday(next) ? next : nextWeekday(next)
}

/** Closed days put together again as people say them: neighbours with one reason are one closure. */
export function closuresOf(days: readonly ClosedDay[]): { from: IsoDate; until: IsoDate; reason: string }[] {
  const closures: { from: IsoDate; until: IsoDate; reason: string }[] = []
  for (const { day, reason } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = closures.at(-1)
    if (last?.reason === reason && nextWeekday(last.until) === day) last.until = day
    else closures.push({ from: day, until: day, reason })
  }
  return closures
}

const startsFirst = (a: TermTyped, b: TermTyped) => (a.firstDay < b.firstDay ? -1 : 1)

const outside = (year: SchoolYearBounds, what: string) =>
  `${what} must be in the school year, ${dateRange(year.firstDay, year.lastDay)}`

function termProblems(year: SchoolYearBounds, terms: readonly TermTyped[]): CalendarProblem[] {
  return [...terms]
    .sort(startsFirst)
    .flatMap(({ row, name, firstDay, lastDay }, place, inOrder): CalendarProblem[] => {
      const field = (part: string) => `terms.${row}.${part}`
      if (firstDay < year.firstDay || firstDay > year.lastDay)
        return [{ field: field('firstDay'), message: outside(year, `First day of ${name}`) }]
      if (lastDay < firstDay)
        return [{ field: field('lastDay'), message: `Last day of ${name} must be after its first day` }]
      if (lastDay > year.lastDay)
        return [{ field: field('lastDay'), message: outside(year, `Last day of ${name}`) }]
      const before = inOrder[place - 1]
      if (before && firstDay <= before.lastDay)
        return [
          {
            field: field('firstDay'),
            message: `${name} must begin after ${before.name} ends, ${longDate(before.lastDay)}`,
          },
        ]
      return []
    })
}

function closureProblems(year: SchoolYearBounds, closures: readonly ClosureTyped[]): CalendarProblem[] {
  return closures.flatMap(({ row, from, until }): CalendarProblem[] => {
    const field = (part: string) => `closures.${row}.${part}`
    if (from < year.firstDay || from > year.lastDay)
      return [{ field: field('from'), message: outside(year, 'Closed day') }]
    if (until !== null && until < from)
      return [{ field: field('until'), message: 'Last closed day must be the same as or after the first' }]
    if (until !== null && until > year.lastDay)
      return [{ field: field('until'), message: outside(year, 'Last closed day') }]
    if (closedDaysOf([{ from, until, reason: '' }]).length === 0)
      return [{ field: field('from'), message: 'School is never open at a weekend, so leave this row out' }]
    return []
  })
}

/** What is wrong with a school year as it was typed: terms in it, in order, apart, and each with a day of school. */
export function calendarProblems(
  year: SchoolYearBounds,
  { terms, closures }: { terms: readonly TermTyped[]; closures: readonly ClosureTyped[] },
): CalendarProblem[] {
  if (terms.length === 0) return [{ field: 'terms.0.name', message: 'Enter at least one term' }]
  const problems = [...termProblems(year, terms), ...closureProblems(year, closures)]
  if (problems.length > 0) return problems
  const closedDays = closedDaysOf(closures).map(({ day }) => day)
  return terms.flatMap((term) =>
    schoolDaysOf({ terms: [term], closedDays }).length > 0
      ? []
      : [
          {
            field: `terms.${term.row}.firstDay`,
            message: `${term.name} has no school day that is not closed`,
          },
        ],
  )
}

/** Whether a month and day can begin a school year: in August or September, and real (8.3; some begin in August). */
export const isYearBeginning = (begins: string): boolean =>
  /^0[89]-\d\d$/.test(begins) && isRealDay(`2026-${begins}`)

function isRealDay(text: string): boolean {
  try {
    return isoDate(text) === text
  } catch {
    return false
  }
}
