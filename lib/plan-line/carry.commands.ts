import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'

/**
 * Takes the lines for every day, and personal care, on into the next cycle as drafts: what holds goes on holding until
 * the new plan says otherwise (6.54). In the transaction of the review that closes the cycle before.
 */
export async function carryLines(tx: SchoolTx, cycle: { before: string; after: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO plan_lines (school_id, id, pupil_id, cycle_id, kind, words, about, who, how_often)
    SELECT l.school_id, gen_random_uuid(), l.pupil_id, ${cycle.after}::uuid, l.kind, l.words, l.about, l.who, l.how_often
    FROM plan_lines l WHERE l.cycle_id = ${cycle.before}::uuid AND l.removed_at IS NULL`
  await tx.$executeRaw`SELECT app.carry_care(${cycle.before}::uuid, ${cycle.after}::uuid)`
}
