import { type IsoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import { schoolDaysOf } from '@/lib/calendar/school-days'
import { boundsOf, type SchoolYear, schoolYearOf, USUAL_FIRST_DAY } from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import { pacedYear } from '@/lib/parent-meeting/pace.rules'

/** A school year as the demo enters it, and its school days in order. */
export type DemoYear = {
  /** Month and day on which the school's years begin, and the year this one is named by. */
  begins: string
  starts: SchoolYear
  year: { firstDay: IsoDate; lastDay: IsoDate }
  terms: { name: string; firstDay: IsoDate; lastDay: IsoDate }[]
  closures: { day: IsoDate; reason: string }[]
  schoolDays: readonly IsoDate[]
}

type Term = DemoYear['terms'][number]
type Closure = DemoYear['closures'][number]

function demoYear(begins: string, year: SchoolYear, terms: Term[], closures: Closure[]): DemoYear {
  const bounds = boundsOf(year, begins)
  const inTerm = closures.filter(({ day }) =>
    terms.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay),
  )
  return {
    begins,
    starts: year,
    year: bounds,
    terms,
    closures: inTerm,
    schoolDays: schoolDaysOf({ terms, closedDays: inTerm.map(({ day }) => day) }),
  }
}

/** The English school year that holds this day. */
export function currentYear(today: IsoDate): DemoYear {
  const year = schoolYearOf(today)
  const { terms, closures } = standardYear(year)
  return demoYear(USUAL_FIRST_DAY, year, [...terms], [...closures])
}

/**
 * A school year in which every state of 6.65 can be seen today: past its first due point, and with some weeks to
 * go. From December to July the ordinary year is one. In autumn the first term is made to end a week from now,
 * if need be from August on; in summer a school whose year begins on the last day of September still has some weeks.
 */
export function yearToShowEverything(today: IsoDate): DemoYear {
  const found = [
    currentYear(today),
    shortFirstTerm(today, '09-01'),
    shortFirstTerm(today, '08-01'),
    ...weeksLater(today),
  ].find((year) => year && showsEverything(year, today))
  if (!found) throw new Error(`no school year shows every state on ${today}`)
  return found
}

/** Three terms, of which the first ends within a week from today. */
function shortFirstTerm(today: IsoDate, begins: string): DemoYear | null {
  const year = schoolYearOf(today, begins)
  const { firstDay } = boundsOf(year, begins)
  const { terms, closures } = standardYear(year)
  const last = terms.at(-1)
  // a Friday, so that the next term begins on a Monday
  const end = plusDays(today, (5 - weekdayOf(today) + 7) % 7 || 7)
  if (!last || plusDays(end, 120) > last.lastDay) return null
  const second = plusDays(end, 3)
  const third = plusDays(second, 91)
  return demoYear(
    begins,
    year,
    [
      { name: 'Autumn', firstDay: plusDays(firstDay, 3), lastDay: end },
      { name: 'Spring', firstDay: second, lastDay: plusDays(third, -3) },
      { name: 'Summer', firstDay: third, lastDay: last.lastDay },
    ],
    [...closures],
  )
}

/** The ordinary terms some weeks later, in a school year that begins on 30 September. */
function weeksLater(today: IsoDate): DemoYear[] {
  const year = schoolYearOf(today, LATEST_BEGINNING)
  const { terms, closures } = standardYear(year)
  return [5, 6, 7, 8, 9].map((weeks) => {
    const move = (day: IsoDate) => plusDays(day, 7 * weeks)
    return demoYear(
      LATEST_BEGINNING,
      year,
      [...terms].map((term) => ({ ...term, firstDay: move(term.firstDay), lastDay: move(term.lastDay) })),
      closures.map(({ day, reason }) => ({ day: move(day), reason })),
    )
  })
}

const LATEST_BEGINNING = '09-30'

function showsEverything({ year, terms, closures, schoolDays }: DemoYear, today: IsoDate): boolean {
  if (today < year.firstDay || today > year.lastDay || terms.some(({ lastDay }) => lastDay > year.lastDay))
    return false
  const [first] = pacedYear({
    year,
    terms,
    closedDays: closures.map(({ day }) => day),
    warnSchoolDays: WARN_SCHOOL_DAYS,
  }).terms
  const left = schoolDays.filter((day) => day >= today).length
  return (
    Boolean(first?.dueOn && first.dueOn < plusDays(today, -1)) && left >= 8 && schoolDays.length - left >= 22
  )
}

const WARN_SCHOOL_DAYS = 10

/** Late morning of a day in England, as the moment something was written down. */
export const on = (day: IsoDate): Date => new Date(`${day}T11:00:00Z`)

/** Days in this school year up to today, latest first: `ago(days, 0)` is today or the last school day. */
export function ago({ schoolDays }: DemoYear, today: IsoDate, n: number): IsoDate {
  const past = schoolDays.filter((day) => day <= today)
  return past.at(-1 - n) ?? past[0] ?? today
}

/** So many different school days spread over the year so far, the first of them first; `earlier` moves each back. */
export function spread({ schoolDays }: DemoYear, today: IsoDate, count: number, earlier = 0): IsoDate[] {
  const past = schoolDays.filter((day) => day < today)
  return Array.from(
    { length: count },
    (_, n) => past[Math.max(n, Math.floor(((n + 0.95) * past.length) / count) - 1 - earlier)] ?? today,
  )
}

/** The nth school day after today. */
export function ahead({ schoolDays }: DemoYear, today: IsoDate, n: number): IsoDate {
  const coming = schoolDays.filter((day) => day > today)
  return coming[n] ?? coming.at(-1) ?? plusDays(today, 7 + n)
}

/** The weekday that many weeks before a day: for what happened in earlier years, whose terms nobody entered. */
export const weeksBefore = (day: IsoDate, weeks: number): IsoDate => plusDays(day, -7 * weeks)

/** A school day of every week, or of every so many weeks, from the first day of something until today. */
export function eachWeek({ schoolDays }: DemoYear, from: IsoDate, today: IsoDate, every = 1): IsoDate[] {
  const days: IsoDate[] = []
  for (let week = plusDays(from, 4); week <= today; week = plusDays(week, 7 * every)) {
    const day = schoolDays.find((one) => one >= week && one < plusDays(week, 7) && one <= today)
    if (day) days.push(day)
  }
  return days
}
