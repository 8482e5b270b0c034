import { daysBetween, type IsoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
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
    [...closures, ...holidays(terms)],
  )
}

/** The weekdays between the ordinary terms, closed wherever a term of ours runs over them: nobody meets at Christmas. */
function holidays(terms: readonly { firstDay: IsoDate; lastDay: IsoDate }[]): Closure[] {
  return terms.slice(1).flatMap(({ firstDay }, index) => {
    const ended = terms[index]?.lastDay ?? firstDay
    const reason = index === 0 ? 'Christmas holiday' : 'Easter holiday'
    return Array.from({ length: daysBetween(ended, firstDay) - 1 }, (_, n) => plusDays(ended, n + 1))
      .filter((day) => weekdayOf(day) < SATURDAY)
      .map((day) => ({ day, reason }))
  })
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

const SATURDAY = 6
const LATEST_BEGINNING = '09-30'
const WARN_SCHOOL_DAYS = 10

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
