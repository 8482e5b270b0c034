import { type IsoDate, isoDate, plusDays, weekdayOf } from './iso-date'
import { schoolYearOf } from './school-year'
import { plusSchoolDays, type SchoolCalendar, schoolDaysOf, type Term } from './school-days'

export type ClosedReason = 'half term' | 'training day' | 'bank holiday'

export type StandardYear = SchoolCalendar & {
  readonly terms: readonly (Term & { readonly name: string })[]
  readonly closures: readonly { readonly day: IsoDate; readonly reason: ClosedReason }[]
}

const PUPIL_DAYS = 190
const MONDAY = 1
const SATURDAY = 6

/** Easter Sunday in the Gregorian calendar (the anonymous computus, as printed in almanacs). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skippedLeapDays = Math.floor(century / 4)
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - skippedLeapDays - moonShift + 15) % 30
  const yearOfCentury = year % 100
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const march = epact + weekday - 7 * late + 22
  return plusDays(isoDate(`${year}-03-01`), march - 1)
}

const firstMondayFrom = (day: IsoDate): IsoDate =>
  weekdayOf(day) === MONDAY ? day : firstMondayFrom(plusDays(day, 1))

/** Monday to Friday of the week that begins on this Monday. */
const weekOf = (monday: IsoDate) => [0, 1, 2, 3, 4].map((n) => plusDays(monday, n))

const isOpen = (day: IsoDate, closed: readonly IsoDate[]) =>
  weekdayOf(day) < SATURDAY && !closed.includes(day)
const openFrom = (day: IsoDate, closed: readonly IsoDate[]): IsoDate =>
  isOpen(day, closed) ? day : openFrom(plusDays(day, 1), closed)
const openUntil = (day: IsoDate, closed: readonly IsoDate[]): IsoDate =>
  isOpen(day, closed) ? day : openUntil(plusDays(day, -1), closed)

/** The bank holidays of England that can fall in term, January to May of one year. */
function bankHolidays(year: number): IsoDate[] {
  const newYear = isoDate(`${year}-01-01`)
  const easter = easterSunday(year)
  return [
    // New Year's Day on a Saturday or Sunday is kept on the Monday.
    weekdayOf(newYear) < SATURDAY ? newYear : firstMondayFrom(newYear),
    plusDays(easter, -2),
    plusDays(easter, 1),
    firstMondayFrom(isoDate(`${year}-05-01`)),
    firstMondayFrom(isoDate(`${year}-05-25`)),
  ]
}

/** The first Monday of two weeks that hold Easter Monday, or lie just before it when Easter is late. */
function easterHoliday(year: number): IsoDate {
  const easterMonday = plusDays(easterSunday(year), 1)
  const weeksBefore =
    easterMonday <= isoDate(`${year}-04-02`) ? 0 : easterMonday <= isoDate(`${year}-04-14`) ? 1 : 2
  return plusDays(easterMonday, -7 * weeksBefore)
}

/**
 * A school year in England as most local authorities set it: 190 days for pupils, six half terms, two weeks at
 * Christmas and Easter, five training days. Only a start for the school to change: term dates are set
 * locally, and no law or Code paragraph gives these (a product default).
 */
export function standardYear(startYear: number): StandardYear {
  const known = kept.get(startYear)
  if (known) return known
  const year = workedOut(startYear)
  kept.set(startYear, year)
  return year
}

// A year is always the same, and working it out asks some hundreds of days: there are a few hundred years at most.
const kept = new Map<number, StandardYear>()

function workedOut(startYear: number): StandardYear {
  const next = startYear + 1
  const holidays = bankHolidays(next)

  const autumnTraining = openFrom(isoDate(`${startYear}-09-01`), [])
  const autumnBreak = firstMondayFrom(isoDate(`${startYear}-10-21`)) // the last whole week of October
  const autumnEnd = plusDays(firstMondayFrom(isoDate(`${startYear}-12-12`)), 4)

  const springTraining = openFrom(plusDays(autumnEnd, 17), holidays) // after two whole weeks
  const springBreak = firstMondayFrom(isoDate(`${next}-02-12`))
  const easterBreak = easterHoliday(next)

  const summerStart = openFrom(plusDays(easterBreak, 14), holidays)
  const summerBreak = firstMondayFrom(isoDate(`${next}-05-25`)) // the week of the spring bank holiday

  const closures = [
    { day: plusDays(autumnBreak, -3), reason: 'training day' as const },
    ...weekOf(autumnBreak).map((day) => ({ day, reason: 'half term' as const })),
    ...weekOf(springBreak).map((day) => ({ day, reason: 'half term' as const })),
    { day: plusDays(springBreak, 7), reason: 'training day' as const },
    { day: firstMondayFrom(isoDate(`${next}-05-01`)), reason: 'bank holiday' as const },
    ...weekOf(summerBreak).map((day) => ({ day, reason: 'half term' as const })),
    { day: plusDays(summerBreak, 7), reason: 'training day' as const },
  ]
  const closedDays = closures.map(({ day }) => day)

  const autumn = { name: 'Autumn', firstDay: openFrom(plusDays(autumnTraining, 1), []), lastDay: autumnEnd }
  const spring = {
    name: 'Spring',
    firstDay: openFrom(plusDays(springTraining, 1), holidays),
    lastDay: openUntil(plusDays(easterBreak, -1), holidays),
  }
  const before = schoolDaysOf({ terms: [autumn, spring], closedDays }).length
  const untilAugust = { terms: [{ firstDay: summerStart, lastDay: isoDate(`${next}-07-31`) }], closedDays }
  // 190 days always fit before August (tested for 1990 to 2090); the last of July stands in where they did not.
  const summerEnd = plusSchoolDays(untilAugust, plusDays(summerStart, -1), PUPIL_DAYS - before)
  const summer = { name: 'Summer', firstDay: summerStart, lastDay: summerEnd ?? isoDate(`${next}-07-31`) }
  return { terms: [autumn, spring, summer], closedDays, closures }
}

/**
 * The calendar carried back to a day, with the usual years in place of those the school's own calendar no longer
 * reaches: what waited years ago is still counted in school days.
 */
export function withStandardYearsBack(calendar: SchoolCalendar, since: IsoDate): SchoolCalendar {
  const begins = [...calendar.terms].map(({ firstDay }) => firstDay).sort()[0]
  if (begins === undefined || since >= begins) return calendar
  const earlier: StandardYear[] = []
  // some academies begin late in August
  const known = schoolYearOf(plusDays(begins, 14))
  for (let year: number = schoolYearOf(since); year < known; year += 1) earlier.push(standardYear(year))
  return {
    terms: [...earlier.flatMap(({ terms }) => terms), ...calendar.terms],
    closedDays: [...earlier.flatMap(({ closedDays }) => closedDays), ...calendar.closedDays],
  }
}
