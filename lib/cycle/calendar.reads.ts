import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar, TermCalendar } from '@/lib/calendar/school-days'
import type { SchoolTx } from '@/lib/platform/db'
import { type SchoolYearCalendar, schoolYearCalendar } from '@/lib/school/reads'

/**
 * The calendar to count a plan's school days with. A plan that began before the summer needs last year's terms
 * too: one more statement then, and never more than one.
 */
export async function calendarSince(
  tx: SchoolTx,
  schoolId: string,
  since: IsoDate | null,
  calendar: SchoolYearCalendar,
  known: readonly SchoolYearCalendar[] = [],
): Promise<SchoolCalendar> {
  if (since === null || since >= calendar.year.firstDay) return calendar
  const before =
    known.find(({ year }) => year.firstDay <= since && since <= year.lastDay) ??
    (await schoolYearCalendar(tx, schoolId, since))
  return {
    terms: [...before.terms, ...calendar.terms],
    closedDays: [...before.closedDays, ...calendar.closedDays],
  }
}

/** The school days from one day to another, which may lie in the next school year: at most two more statements. */
export async function calendarBetween(
  tx: SchoolTx,
  schoolId: string,
  { from, to }: { from: IsoDate; to: IsoDate },
  calendar: SchoolYearCalendar,
): Promise<TermCalendar> {
  const years = [calendar]
  if (from < calendar.year.firstDay) years.unshift(await schoolYearCalendar(tx, schoolId, from))
  if (to > calendar.year.lastDay) years.push(await schoolYearCalendar(tx, schoolId, to))
  return {
    terms: years.flatMap(({ terms }) => terms),
    closedDays: years.flatMap(({ closedDays }) => closedDays),
    termSchoolDays: calendar.termSchoolDays,
  }
}
