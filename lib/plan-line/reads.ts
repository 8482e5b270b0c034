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

/** The same for many pupils at once, of the plan of each that is in force: by pupil. */
export async function linesOfPupils(
  tx: SchoolTx,
  pupils: readonly { readonly pupilId: string; readonly cycleId: string | null }[],
): Promise<Record<string, PlanLine[]>> {
  const rows = await tx.planLine.findMany({
    where: { cycleId: { in: pupils.flatMap(({ cycleId }) => cycleId ?? []) }, removedAt: null },
    orderBy: { id: 'asc' },
    select: { ...columns, pupilId: true },
  })
  const lines: Record<string, PlanLine[]> = {}
  for (const { pupilId, ...row } of rows)
    lines[pupilId] = [...(lines[pupilId] ?? []), { ...row, kind: row.kind as LineKind }]
  return lines
}
