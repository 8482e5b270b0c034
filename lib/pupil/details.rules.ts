import { ageOn, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { FIRST_YEAR_GROUP, LAST_YEAR_GROUP, type YearGroup } from './rules'

const OLDEST = 25

/** Why nobody at a school can have been born on this day: a slip of the year is the usual reason. */
export function dateOfBirthProblem(dateOfBirth: IsoDate, today: IsoDate): string | null {
  if (dateOfBirth >= today) return 'Date of birth must be in the past'
  if (ageOn(dateOfBirth, today) > OLDEST)
    return `Date of birth must be one of somebody aged ${OLDEST} or under`
  return null
}

/** Why a pupil cannot have left on this day. */
export const lastDayHereProblem = (lastDay: IsoDate, dateOfBirth: IsoDate): string | null =>
  lastDay <= dateOfBirth
    ? `The last day here must be after ${longDate(dateOfBirth)}, when the pupil was born`
    : null

/** Every year group a pupil can be in, youngest first (domain.md 3.4). */
export const YEAR_GROUPS: readonly YearGroup[] = Array.from(
  { length: LAST_YEAR_GROUP - FIRST_YEAR_GROUP + 1 },
  (_, place) => FIRST_YEAR_GROUP + place,
)
