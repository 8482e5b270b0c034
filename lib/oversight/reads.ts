import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { type AnonymousPupil, oversightPupil, type OversightPupil } from './facts.rules'
import { type Quality, qualityOf, type QualityPupil } from './quality.rules'

type Row = {
  year_group: number | null
  need_code: string | null
  birth_year_first: IsoDate
  statuses: AnonymousPupil['statuses']
  meetings: AnonymousPupil['meetings']
  review_due: IsoDate | null
  parents: AnonymousPupil['parents']
  young_person_told: boolean
}

/**
 * Everyone on this school year's register as figures take them: from one function of the database, which gives no
 * name and no id, so that what the head and a governor are told comes from the same place (1.13; 8.3).
 */
export async function oversightPupils(
  tx: SchoolTx,
  seen: { calendar: SchoolYearCalendar; since: SchoolCalendar; today: IsoDate },
): Promise<OversightPupil[]> {
  const { firstDay, lastDay } = seen.calendar.year
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.year_group, f.need_code, f.birth_year_first::text, f.statuses, f.meetings, f.review_due::text, f.parents, f.young_person_told
    FROM app.standing_facts(${firstDay}::date, ${lastDay}::date, ${seen.today}::date) f`
  return rows.map((row) =>
    oversightPupil(
      {
        yearGroup: row.year_group,
        needCode: row.need_code,
        birthYearFirst: row.birth_year_first,
        statuses: row.statuses,
        meetings: row.meetings,
        reviewDue: row.review_due,
        parents: row.parents,
        youngPersonTold: row.young_person_told,
      },
      seen,
    ),
  )
}

/** How good the meetings of this school year were that count, from a function that gives no name and no id (6.67 to 6.71). */
export async function meetingQuality(
  tx: SchoolTx,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<Quality> {
  const { firstDay, lastDay } = calendar.year
  const rows = await tx.$queryRaw<(Omit<QualityPupil, 'birthYearFirst'> & { born: IsoDate })[]>`
    SELECT f.birth_year_first::text AS born, f.statuses, f.meetings FROM app.quality_facts(${firstDay}::date, ${lastDay}::date) f`
  return qualityOf(
    rows.map(({ born, ...rest }) => ({ ...rest, birthYearFirst: born })),
    calendar,
    today,
  )
}

/** What each need of the school census is called, by its code. */
export async function needNames(tx: SchoolTx): Promise<Record<string, string>> {
  const types = await tx.needType.findMany({ select: { code: true, name: true } })
  return Object.fromEntries(types.map(({ code, name }) => [code, name]))
}

/** Who is the school's SENCO today; a school must have named one (Code of Practice 6.2; P128). */
export async function sencosOf(tx: SchoolTx, today: IsoDate): Promise<string[]> {
  const day = toDateColumn(today)
  const members = await tx.membership.findMany({
    where: { role: 'senco', fromOn: { lte: day }, OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
    select: { title: true, givenName: true, familyName: true },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
  })
  return members.map(({ title, givenName, familyName }) =>
    [title, givenName, familyName].filter(Boolean).join(' '),
  )
}
