import { type IsoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import { schoolDaysOf } from '@/lib/calendar/school-days'
import { schoolYearOf } from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import type { DemoYear } from './demo-year'

// Nothing of the stories happens on a day without school: every day they name comes out of here.

/** Late morning of a day in England, as the moment something was written down. */
export const on = (day: IsoDate): Date => new Date(`${day}T11:00:00Z`)

const ordinary = new Map<number, ReadonlySet<IsoDate>>()

/** The school days of an ordinary year, for the years whose terms the demo does not enter. */
function ordinaryDays(day: IsoDate): ReadonlySet<IsoDate> {
  const year = schoolYearOf(day)
  const known = ordinary.get(year) ?? new Set(schoolDaysOf(standardYear(year)))
  ordinary.set(year, known)
  return known
}

const isOpen = ({ year, schoolDays }: DemoYear, day: IsoDate) =>
  day >= year.firstDay && day <= year.lastDay ? schoolDays.includes(day) : ordinaryDays(day).has(day)

/** The day itself, or the last school day before it. */
export const notAfter = (year: DemoYear, day: IsoDate): IsoDate =>
  isOpen(year, day) ? day : notAfter(year, plusDays(day, -1))

/** The day itself, or the first school day after it. */
export const notBefore = (year: DemoYear, day: IsoDate): IsoDate =>
  isOpen(year, day) ? day : notBefore(year, plusDays(day, 1))

/** School days up to today, latest first: `ago(days, 0)` is today or the last school day. */
export function ago(year: DemoYear, today: IsoDate, n: number): IsoDate {
  let day = notAfter(year, today)
  for (let back = 0; back < n; back++) day = notAfter(year, plusDays(day, -1))
  return day
}

/** The nth school day after today. */
export function ahead(year: DemoYear, today: IsoDate, n: number): IsoDate {
  let day = notBefore(year, plusDays(today, 1))
  for (let forth = 0; forth < n; forth++) day = notBefore(year, plusDays(day, 1))
  return day
}

/** So many different school days spread over the year so far, the first of them first; `earlier` moves each back. */
export function spread({ schoolDays }: DemoYear, today: IsoDate, count: number, earlier = 0): IsoDate[] {
  const past = schoolDays.filter((day) => day < today)
  return Array.from(
    { length: count },
    (_, n) => past[Math.max(n, Math.floor(((n + 0.95) * past.length) / count) - 1 - earlier)] ?? today,
  )
}

/** The same day of the week that many weeks before: not always a school day. */
export const weeksBefore = (day: IsoDate, weeks: number): IsoDate => plusDays(day, -7 * weeks)

/** The school day that many weeks before a day, or the next one: for what began in earlier terms and years. */
export const weeksAgo = (year: DemoYear, today: IsoDate, weeks: number): IsoDate =>
  notBefore(year, weeksBefore(today, weeks))

/** So many school days of every week between two days, as a timetable has them. */
export function eachWeek(
  year: DemoYear,
  { from, until }: { from: IsoDate; until: IsoDate },
  perWeek: number,
): IsoDate[] {
  const days: IsoDate[] = []
  const monday = plusDays(from, 1 - weekdayOf(from))
  for (let week = monday; week <= until; week = plusDays(week, 7))
    for (const offset of TIMETABLE.slice(0, perWeek).toSorted()) {
      const day = plusDays(week, offset)
      if (day >= from && day <= until && isOpen(year, day)) days.push(day)
    }
  return days
}

// Tuesday first, then Thursday: the days a school fills first.
const TIMETABLE = [1, 3, 0, 4, 2]
