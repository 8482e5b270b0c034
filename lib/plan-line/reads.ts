import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
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
export const planLinesPart = (cycleId: string): Part<PlanLine[]> =>
  rowsPart<PlanLine>(sql`
    SELECT l.id, l.version, l.kind, l.words, l.about, l.who, l.how_often AS "howOften"
    FROM plan_lines l WHERE l.cycle_id = ${cycleId}::uuid AND l.removed_at IS NULL ORDER BY l.id`)

/** The same by itself. */
export const planLines = (tx: SchoolTx, cycleId: string): Promise<PlanLine[]> =>
  readPart(tx, planLinesPart(cycleId))

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
