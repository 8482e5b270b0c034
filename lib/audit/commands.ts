import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'

export type Entry = {
  /** The noun and what happened to it: 'review.recorded'. */
  action: `${string}.${string}`
  subjectId: string
  pupilId?: string
  /** Ids, counts and names of fields; never a word about a child. */
  details?: Record<string, string | number | boolean | readonly string[]>
}

/** Written in the same transaction as the change or the reading, so neither is ever kept without the other. */
export async function audit(tx: SchoolTx, actor: Actor, entry: Entry, now: Date): Promise<void> {
  await tx.auditEntry.create({ data: rowOf(actor, entry, now) })
}

/** The same for many at once: what one act did to each of many pupils. */
export async function auditEach(
  tx: SchoolTx,
  actor: Actor,
  entries: readonly Entry[],
  now: Date,
): Promise<void> {
  if (entries.length > 0)
    await tx.auditEntry.createMany({ data: entries.map((entry) => rowOf(actor, entry, now)) })
}

const rowOf = (actor: Actor, entry: Entry, now: Date) => ({
  schoolId: actor.schoolId,
  membershipId: actor.membershipId,
  action: entry.action,
  subjectId: entry.subjectId,
  pupilId: entry.pupilId ?? null,
  ...(entry.details ? { details: { ...entry.details } } : {}),
  recordedAt: now,
})
