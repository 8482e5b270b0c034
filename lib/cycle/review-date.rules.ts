import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'
import {
  isSchoolDay,
  type SchoolCalendar,
  schoolDaysBetween,
  type TermCalendar,
} from '@/lib/calendar/school-days'

/** Why this cannot be the agreed review date: it lies ahead, and after the cycle began (6.48, 6.53). */
export function reviewDueProblem(
  reviewDue: IsoDate,
  cycle: { readonly startedOn: IsoDate },
  today: IsoDate,
): string | null {
  if (reviewDue <= today) return 'The review date must be after today'
  if (reviewDue <= cycle.startedOn)
    return `The review date must be after ${longDate(cycle.startedOn)}, when the cycle begins`
  return null
}

// A calendar that does not reach the day says nothing about it.
const isKnown = ({ terms }: SchoolCalendar, day: IsoDate) =>
  terms.some(({ lastDay }) => lastDay >= day) && terms.some(({ firstDay }) => firstDay <= day)

const nearest = (calendar: SchoolCalendar, from: IsoDate, step: 1 | -1): IsoDate | null => {
  for (let day = plusDays(from, step), looked = 0; looked < 60; day = plusDays(day, step), looked++)
    if (isSchoolDay(calendar, day)) return day
  return null
}

/** What to think about in a review date on which school is closed: the school days around it. Never a refusal (R14). */
export function reviewDueNote(reviewDue: IsoDate, calendar: SchoolCalendar): string | null {
  if (isSchoolDay(calendar, reviewDue) || !isKnown(calendar, reviewDue)) return null
  const around = [nearest(calendar, reviewDue, -1), nearest(calendar, reviewDue, 1)]
    .filter((day) => day !== null)
    .map(longDate)
  return `${longDate(reviewDue)} is not a school day. The school days nearest to it: ${around.join(' and ')}`
}

/** Support needs about this many school days to settle in and show an effect: half a term (P33; a product default). */
export const SETTLE_SCHOOL_DAYS = 25

type Starting = { readonly what: string; readonly from: IsoDate | null }

const reaches = ({ terms }: SchoolCalendar, day: IsoDate) => terms.some(({ lastDay }) => lastDay >= day)

/** A gentle word where support would be judged before it has had time to settle in; never a refusal (P33). */
export function settleNote(
  reviewDue: IsoDate,
  provisions: readonly Starting[],
  calendar: SchoolCalendar,
): string | null {
  if (!reaches(calendar, reviewDue)) return null
  const short = provisions.flatMap(({ what, from }) => {
    if (from === null || from > reviewDue) return []
    const days = schoolDaysBetween(calendar, from, reviewDue)
    return days < SETTLE_SCHOOL_DAYS ? [{ what, days }] : []
  })
  const [first] = short.sort((a, b) => a.days - b.days)
  if (!first) return null
  const more = short.length === 1 ? '' : `, and ${short.length - 1} more begin as late`
  return `${first.what} would have ${first.days} school days before this review${more}. Support mostly needs half a term to settle in and show what it does`
}

/** A gentle word where the next look is more than about a term of this school away; never a refusal (P64). */
export function termNote(reviewDue: IsoDate, from: IsoDate, calendar: TermCalendar): string | null {
  if (!reaches(calendar, reviewDue)) return null
  const days = schoolDaysBetween(calendar, from, reviewDue)
  const { termSchoolDays } = calendar
  return days > termSchoolDays
    ? `${longDate(reviewDue)} is ${days} school days away. Support is looked at about once a term: a term at this school is some ${termSchoolDays} school days`
    : null
}
