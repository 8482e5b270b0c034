import { ageOn, type IsoDate, isoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import type { SchoolYear } from '@/lib/calendar/school-year'

/** National Curriculum year: Reception is 0, nursery -2 (N1) and -1 (N2), Year 1 to Year 14. */
export type YearGroup = number

export const FIRST_YEAR_GROUP: YearGroup = -2
/** Year 14 is a third year of sixth form. */
export const LAST_YEAR_GROUP: YearGroup = 14

const LEAVING_AGE = 16
const FRIDAY = 5

/**
 * The last day of compulsory school age: the last Friday in June of the school year in which the pupil turns
 * 16, not the birthday. From the day after, the Part 3 rights are the young person's (domain.md 1.12).
 */
export function compulsorySchoolAgeEnds(dateOfBirth: IsoDate): IsoDate {
  const turnsSixteenIn = Number(dateOfBirth.slice(0, 4)) + LEAVING_AGE
  const june = dateOfBirth.slice(5) >= '09-01' ? turnsSixteenIn + 1 : turnsSixteenIn
  const lastOfJune = isoDate(`${june}-06-30`)
  return plusDays(lastOfJune, -((weekdayOf(lastOfJune) - FRIDAY + 7) % 7))
}

/** Whether the pupil is over compulsory school age on this day, and so a young person in the Code's sense. */
export const isOverCompulsorySchoolAge = (dateOfBirth: IsoDate, day: IsoDate) =>
  day > compulsorySchoolAgeEnds(dateOfBirth)

/** `Reception`, `Year 4`, `Nursery 2`: how a year group is written on screen. */
export function yearGroupWords(yearGroup: YearGroup): string {
  if (yearGroup === 0) return 'Reception'
  return yearGroup < 0 ? `Nursery ${yearGroup + 3}` : `Year ${yearGroup}`
}

/**
 * The year group a pupil of this birth date is usually in: age on the 31 August before the school year, less 4
 * (domain.md 3.4). Some pupils are out of their cohort, so it is only ever offered, never stored in place of theirs.
 */
export const expectedYearGroup = (dateOfBirth: IsoDate, schoolYear: SchoolYear): YearGroup =>
  ageOn(dateOfBirth, isoDate(`${schoolYear}-08-31`)) - 4
