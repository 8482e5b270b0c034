import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { LineKind, PlanLine } from './rules'

const columns = {
  id: true,
  version: true,
  kind: true,
  words: true,
  about: true,
  who: true,
  howOften: true,
} as const

/** The lines of one plan for every day, in the order they were written; a parent reads those that were shared. */
export async function planLines(tx: SchoolTx, cycleId: string): Promise<PlanLine[]> {
  const rows = await tx.planLine.findMany({
    where: { cycleId, removedAt: null },
    orderBy: { id: 'asc' },
    select: columns,
  })
  return rows.map((row) => ({ ...row, kind: row.kind as LineKind }))
}

/** The same for many plans at once: by cycle. */
export async function linesOfPlans(
  tx: SchoolTx,
  cycleIds: readonly string[],
): Promise<Record<string, PlanLine[]>> {
  const rows = await tx.planLine.findMany({
    where: { cycleId: { in: [...cycleIds] }, removedAt: null },
    orderBy: { id: 'asc' },
    select: { ...columns, cycleId: true },
  })
  const lines: Record<string, PlanLine[]> = {}
  for (const { cycleId, ...row } of rows)
    lines[cycleId] = [...(lines[cycleId] ?? []), { ...row, kind: row.kind as LineKind }]
  return lines
}
