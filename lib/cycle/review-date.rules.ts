import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'
import { isSchoolDay, type SchoolCalendar } from '@/lib/calendar/school-days'

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
