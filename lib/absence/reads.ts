import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Absence, AwayReason, DaysAway } from './rules'

/** Every time a pupil was written down as away, the latest first, with those recorded by mistake. */
export async function absencesOf(tx: SchoolTx, pupilId: string): Promise<Absence[]> {
  const rows = await tx.pupilAbsence.findMany({
    where: { pupilId },
    orderBy: [{ fromOn: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, version: true, fromOn: true, untilOn: true, reason: true, recordedAt: true },
      withdrawnAt: true,
      recordedBy: { select: { givenName: true, familyName: true } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    from: fromDateColumn(row.fromOn),
    until: fromDateColumnOrNull(row.untilOn),
    reason: row.reason as AwayReason,
    by: `${row.recordedBy.givenName} ${row.recordedBy.familyName}`,
    on: schoolDay(row.recordedAt),
    isWithdrawn: row.withdrawnAt !== null,
  }))
}

/** A time a member of staff is away. */
export type StaffAbsence = DaysAway & { id: string; version: number }

/** When a member of staff is written down as away, the latest first. */
export async function staffAbsencesOf(tx: SchoolTx, membershipId: string): Promise<StaffAbsence[]> {
  const rows = await tx.staffAbsence.findMany({
    where: { membershipId, withdrawnAt: null },
    orderBy: [{ fromOn: 'desc' }, { id: 'desc' }],
    select: { id: true, version: true, fromOn: true, untilOn: true },
  })
  return rows.map(({ id, version, fromOn, untilOn }) => ({
    id,
    version,
    from: fromDateColumn(fromOn),
    until: fromDateColumnOrNull(untilOn),
  }))
}
