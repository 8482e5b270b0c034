import { type IsoDate, plusDays, weekdayOf } from './iso-date'

/** One term of a school, first and last day in it. */
export type Term = { readonly firstDay: IsoDate; readonly lastDay: IsoDate }

/** When a school is open to pupils: its terms, less single closed days (half terms, training days, bank holidays). */
export type SchoolCalendar = { readonly terms: readonly Term[]; readonly closedDays: readonly IsoDate[] }

/** A calendar that also says how long about a term is at this school, in school days. */
export type TermCalendar = SchoolCalendar & { readonly termSchoolDays: number }

const SATURDAY = 6

const MOST_TERMS = 200

// Each request reads its calendar anew, but the days between two dates stay what they are: kept by the two, up to a bound.
const weekdaysKept = new Map<string, readonly IsoDate[]>()

/** Every Monday to Friday of a term, whether the school is open or not. */
function weekdaysOf({ firstDay, lastDay }: Term): readonly IsoDate[] {
  const name = `${firstDay} ${lastDay}`
  const known = weekdaysKept.get(name)
  if (known) return known
  const days: IsoDate[] = []
  for (let day = firstDay; day <= lastDay; day = plusDays(day, 1))
    if (weekdayOf(day) < SATURDAY) days.push(day)
  if (weekdaysKept.size >= MOST_TERMS) weekdaysKept.clear()
  weekdaysKept.set(name, days)
  return days
}

function openDays({ terms, closedDays }: SchoolCalendar): readonly IsoDate[] {
  const closed = new Set(closedDays)
  const open = new Set<IsoDate>()
  for (const term of terms) for (const day of weekdaysOf(term)) if (!closed.has(day)) open.add(day)
  return [...open].sort()
}

// A register asks about 600 pupils with one calendar. The days are kept by the identity of its two
// arrays, so a calendar is a value: make a new one, never change one in place.
const kept = new WeakMap<readonly Term[], { closedDays: readonly IsoDate[]; days: readonly IsoDate[] }>()

/** Every day pupils are expected in school, Monday to Friday in term and not closed, in order. */
export function schoolDaysOf(calendar: SchoolCalendar): readonly IsoDate[] {
  const known = kept.get(calendar.terms)
  if (known?.closedDays === calendar.closedDays) return known.days
  const days = openDays(calendar)
  kept.set(calendar.terms, { closedDays: calendar.closedDays, days })
  return days
}

/** How many of these ordered days are on or before `day`: a search by halves, so a whole year costs eight looks. */
export function countUpTo(days: readonly IsoDate[], day: IsoDate): number {
  let from = 0
  let to = days.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((days[middle] as IsoDate) <= day) from = middle + 1
    else to = middle
  }
  return from
}

/** How many of these ordered days are from `first` to `last`, both included. */
export function countWithin(days: readonly IsoDate[], first: IsoDate, last: IsoDate): number {
  if (last < first) return 0
  const start = countUpTo(days, first)
  return countUpTo(days, last) - start + (days[start - 1] === first ? 1 : 0)
}

/** School days from `first` to `last`, both included. */
export const countSchoolDays = (calendar: SchoolCalendar, first: IsoDate, last: IsoDate) =>
  countWithin(schoolDaysOf(calendar), first, last)

/** Whether pupils are expected in school on this day. */
export const isSchoolDay = (calendar: SchoolCalendar, day: IsoDate) =>
  countSchoolDays(calendar, day, day) === 1

/**
 * The `n`th school day after this day, or before it when `n` is negative; 0 is the day itself, or the next
 * school day when school is closed. `null` where the calendar does not reach so far.
 */
export function plusSchoolDays(calendar: SchoolCalendar, day: IsoDate, n: number): IsoDate | null {
  const days = schoolDaysOf(calendar)
  const done = countUpTo(days, day)
  const isOpen = days[done - 1] === day
  const index = n > 0 ? done + n - 1 : n < 0 ? done + n - (isOpen ? 1 : 0) : isOpen ? done - 1 : done
  return days[index] ?? null
}

/** School days after `from` up to and including `to`: 5 is "5 school days later"; negative when `to` is earlier. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number {
  const days = schoolDaysOf(calendar)
  return countUpTo(days, to) - countUpTo(days, from)
}

const TERMS_A_YEAR = 3

/**
 * About a term at a school, in school days: its longest term, or a third of its year where what it calls terms are the
 * six half terms. Three looks a year are then never further apart than this (6.53, P64); 0 without a school day.
 */
export function aboutATerm({ terms, closedDays }: SchoolCalendar): number {
  const lengths = terms.map((term) => openDays({ terms: [term], closedDays }).length)
  const year = lengths.reduce((sum, length) => sum + length, 0)
  return Math.max(0, ...lengths, Math.ceil(year / TERMS_A_YEAR))
}
