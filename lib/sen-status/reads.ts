import 'server-only'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { BroadArea, KeptNeed, NeedType } from './needs.rules'
import type { StatusPeriod } from './rules'

/** Every time on the register of one pupil, in order; an id that is nobody's has none. */
export const statusesPart = (pupilId: string): Part<StatusPeriod[]> =>
  rowsPart<StatusPeriod>(sql`
    SELECT s.id, s.status AS kind, s.from_on AS "from", s.until_on AS "until"
    FROM sen_statuses s WHERE s.pupil_id = ${pupilId}::uuid ORDER BY s.from_on`)

/** The same by itself. */
export const statusPeriods = (tx: SchoolTx, pupilId: string): Promise<StatusPeriod[]> =>
  readPart(tx, statusesPart(pupilId))

/** The needs of one pupil that go on, main one first. */
export async function openNeeds(tx: SchoolTx, pupilId: string): Promise<KeptNeed[]> {
  const rows = await tx.senNeed.findMany({
    where: { pupilId, untilOn: null },
    select: { id: true, code: true, broadArea: true, rank: true, fromOn: true },
    orderBy: [{ rank: 'asc' }, { fromOn: 'asc' }],
  })
  return rows.map(({ id, code, broadArea, rank, fromOn }) => ({
    id,
    code,
    broadArea: broadArea as BroadArea | null,
    rank,
    from: fromDateColumn(fromOn),
  }))
}

/** The SEN types of the school census, in the order of the areas. */
export async function needTypes(tx: SchoolTx): Promise<NeedType[]> {
  const rows = await tx.needType.findMany({
    orderBy: [{ broadArea: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }],
  })
  return rows.map(({ code, name, broadArea, validFrom, validTo }) => ({
    code,
    name,
    broadArea: broadArea as BroadArea | null,
    validFrom: fromDateColumn(validFrom),
    validTo: fromDateColumnOrNull(validTo),
  }))
}
