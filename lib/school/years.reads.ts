import 'server-only'
import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { SchoolYear } from '@/lib/calendar/school-year'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'

const YEARS_BACK = 10
const YEARS_AHEAD = 2

/** Whether a school may set the calendar of this year: from ten years back, for old records, to two ahead. */
export function mayKeepYear(year: number, today: IsoDate): boolean {
  const thisYear = Number(today.slice(0, 4))
  return Number.isInteger(year) && year >= thisYear - YEARS_BACK && year <= thisYear + YEARS_AHEAD
}

const YEAR_COLUMNS = {
  id: true,
  version: true,
  firstDay: true,
  lastDay: true,
  terms: { select: { name: true, firstDay: true, lastDay: true }, orderBy: { firstDay: 'asc' } },
  closedDays: { select: { day: true, reason: true }, orderBy: { day: 'asc' } },
} as const

type Columns = Awaited<ReturnType<typeof columnsOf>>[number]

const columnsOf = (tx: SchoolTx, from?: IsoDate, until?: IsoDate) =>
  tx.schoolYear.findMany({
    where: from && until ? { firstDay: { gte: toDateColumn(from), lte: toDateColumn(until) } } : {},
    select: YEAR_COLUMNS,
    orderBy: { firstDay: 'desc' },
  })

/** A school year as the school has set it. */
export type StoredYear = {
  id: string
  version: number
  year: SchoolYear
  firstDay: IsoDate
  lastDay: IsoDate
  terms: { name: string; firstDay: IsoDate; lastDay: IsoDate }[]
  closedDays: { day: IsoDate; reason: string }[]
}

const fromColumns = ({ id, version, firstDay, lastDay, terms, closedDays }: Columns): StoredYear => ({
  id,
  version,
  // A school year begins in August or September of the year it is named for.
  year: Number(fromDateColumn(firstDay).slice(0, 4)) as SchoolYear,
  firstDay: fromDateColumn(firstDay),
  lastDay: fromDateColumn(lastDay),
  terms: terms.map((term) => ({
    name: term.name,
    firstDay: fromDateColumn(term.firstDay),
    lastDay: fromDateColumn(term.lastDay),
  })),
  closedDays: closedDays.map(({ day, reason }) => ({ day: fromDateColumn(day), reason })),
})

/** Every year the school has set, the latest first; in a fixed number of statements. */
export const storedYears = async (tx: SchoolTx): Promise<StoredYear[]> =>
  (await columnsOf(tx)).map(fromColumns)

/** One year as the school has set it, whatever day it began on then; null where it has not. */
export async function storedYear(tx: SchoolTx, year: SchoolYear): Promise<StoredYear | null> {
  const [row] = await columnsOf(tx, isoDate(`${year}-08-01`), isoDate(`${year}-09-30`))
  return row ? fromColumns(row) : null
}
