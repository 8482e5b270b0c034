import 'server-only'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { BroadArea, KeptNeed, NeedType } from './needs.rules'
import type { StatusKind, StatusPeriod } from './rules'

/** Every time on the register of one pupil, in order; an id that is nobody's has none. */
export async function statusPeriods(tx: SchoolTx, pupilId: string): Promise<StatusPeriod[]> {
  const rows = await tx.senStatus.findMany({
    where: { pupilId },
    select: { id: true, status: true, fromOn: true, untilOn: true },
    orderBy: { fromOn: 'asc' },
  })
  return rows.map(({ id, status, fromOn, untilOn }) => ({
    id,
    kind: status as StatusKind,
    from: fromDateColumn(fromOn),
    until: fromDateColumnOrNull(untilOn),
  }))
}

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
