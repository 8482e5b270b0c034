import 'server-only'
import { v7 } from 'uuid'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'

type Entry = {
  /** The noun and what happened to it: 'review.recorded'. */
  action: `${string}.${string}`
  subjectId: string
  pupilId?: string
  /** Ids, counts and names of fields; never a word about a child. */
  details?: Record<string, string | number | boolean | readonly string[]>
}

/** Written in the same transaction as the change or the reading, so neither is ever kept without the other. */
export async function audit(tx: SchoolTx, actor: Actor, entry: Entry, now: Date): Promise<void> {
  await tx.auditEntry.create({
    data: {
      schoolId: actor.schoolId,
      membershipId: actor.membershipId,
      action: entry.action,
      subjectId: entry.subjectId,
      pupilId: entry.pupilId ?? null,
      ...(entry.details ? { details: { ...entry.details } } : {}),
      recordedAt: now,
    },
  })
}

/** The same for many at once, in one statement: what one act did to each of many pupils. */
export async function auditEach(
  tx: SchoolTx,
  actor: Actor,
  entries: readonly Entry[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({ id: v7(), ...entry }))
  await tx.$executeRaw`
    INSERT INTO audit_entries (school_id, id, membership_id, action, subject_id, pupil_id, details, recorded_at)
    SELECT ${actor.schoolId}::uuid, r.id, ${actor.membershipId}::uuid, r.action, r."subjectId", r."pupilId", r.details,
      ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, action text, "subjectId" uuid, "pupilId" uuid, details jsonb)`
}
