import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { Answers } from './draft.rules'

// Row-level security shows personal care to those who give it and those who lead the school, and to nobody else (P44).

/** The personal care of a cycle that whoever is asking may see. */
export async function careInSight(tx: SchoolTx, cycleId: string): Promise<string[]> {
  const rows = await tx.provision.findMany({
    where: { cycleId, care: true, removedAt: null },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What is written of that care so far, before the review is signed off. */
export async function careAnswers(tx: SchoolTx, cycleId: string): Promise<Answers> {
  const rows = await tx.reviewCareDraft.findMany({ where: { cycleId }, select: { answers: true } })
  return Object.assign({}, ...rows.map(({ answers }) => answers)) as Answers
}
