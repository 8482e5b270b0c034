import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'

/** A change of a plan in force that is being written: the draft of its next version. */
export type OpenChange = { id: string; openedAt: Date; openedBy: string }

/** The change of a cycle's plan that is open; null where none is. Parents never find one. */
export async function openChangeOf(tx: SchoolTx, cycleId: string): Promise<OpenChange | null> {
  const row = await tx.planChange.findFirst({
    where: { cycleId, ended: null },
    select: { id: true, openedAt: true, openedBy: { select: { givenName: true, familyName: true } } },
  })
  return (
    row && {
      id: row.id,
      openedAt: row.openedAt,
      openedBy: `${row.openedBy.givenName} ${row.openedBy.familyName}`,
    }
  )
}

/**
 * From here on this transaction reads and writes the draft of the change in place of the published outcomes and
 * provisions of its cycle. Row-level security does it, so that whoever has not said so cannot see a word of the draft.
 */
export const workInChange = (tx: SchoolTx, { id, cycleId }: { id: string; cycleId: string }) =>
  tx.$executeRaw`SELECT set_config('app.plan_change_id', ${id}, true), set_config('app.changing_cycle_id', ${cycleId}, true)`

/** Back to the plan as everybody reads it. */
export const workAsPublished = (tx: SchoolTx) =>
  tx.$executeRaw`SELECT set_config('app.plan_change_id', '', true), set_config('app.changing_cycle_id', '', true)`

/** For a command that is given an outcome or a provision by its id alone: works in its change, where it is part of one. */
export async function workInChangeOfRow(tx: SchoolTx, rowId: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ change_id: string; cycle_id: string }[]>`
    SELECT change_id::text, cycle_id::text FROM app.change_of_row(${rowId}::uuid)`
  if (found) await workInChange(tx, { id: found.change_id, cycleId: found.cycle_id })
}
