import { type IsoDate, isoDate, plusDays } from './iso-date'

/** Named by the calendar year it starts in: 2026 is September 2026 to August 2027. */
export type SchoolYear = number & { readonly __brand: 'SchoolYear' }

/** The first and last day of a school year, both in it. */
export type SchoolYearBounds = { firstDay: IsoDate; lastDay: IsoDate }

/** Month and day on which a school's year begins, where the school has not set its own. */
export const USUAL_FIRST_DAY = '09-01'

/** The school year a day falls in; some academies begin theirs late in August. */
export function schoolYearOf(day: IsoDate, begins: string = USUAL_FIRST_DAY): SchoolYear {
  const year = Number(day.slice(0, 4))
  return (day.slice(5) >= begins ? year : year - 1) as SchoolYear
}

/** The day a school year begins. */
export const firstDayOf = (year: SchoolYear, begins: string = USUAL_FIRST_DAY) => isoDate(`${year}-${begins}`)

/** The day before the next school year begins. */
export const lastDayOf = (year: SchoolYear, begins: string = USUAL_FIRST_DAY) =>
  plusDays(isoDate(`${year + 1}-${begins}`), -1)

/** First and last day of a school year at a school. */
export const boundsOf = (year: SchoolYear, begins: string = USUAL_FIRST_DAY): SchoolYearBounds => ({
  firstDay: firstDayOf(year, begins),
  lastDay: lastDayOf(year, begins),
})

/** First and last day of the school year that holds this day. */
export const schoolYearBounds = (day: IsoDate, begins: string = USUAL_FIRST_DAY): SchoolYearBounds =>
  boundsOf(schoolYearOf(day, begins), begins)

/** `2026 to 2027`: the GOV.UK way to name a school year. */
export const schoolYearName = (year: SchoolYear) => `${year} to ${year + 1}`
