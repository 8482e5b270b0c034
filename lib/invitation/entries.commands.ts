import 'server-only'
import { v5, v7 } from 'uuid'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Answer, Entry } from './rules'

type ToNote = {
  kind: Entry['kind']
  method: Entry['method']
  outcome?: Answer
  mailId?: string | null
  /** The same act sent twice, by two clicks, is noted once. */
  formKey?: string
}

type About = { pupilId: string; meetingId: string; contactId: string }

/** Notes one thing that was tried or came back; it stays as it was written (8.3, C12). Says whether it is new. */
export async function noteEntry(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, meetingId, contactId }: About,
  { kind, method, outcome, mailId = null, formKey }: ToNote,
  now: Date,
): Promise<boolean> {
  const written = await tx.invitationEntry.createMany({
    data: {
      schoolId: actor.schoolId,
      id: formKey ? v5(`${kind} ${contactId}`, formKey) : v7(),
      pupilId,
      meetingId,
      contactId,
      kind,
      method,
      outcome: outcome ?? null,
      mailId,
      happenedOn: toDateColumn(schoolDay(now)),
      recordedAt: now,
      recordedById: actor.membershipId,
    },
    skipDuplicates: true,
  })
  return written.count > 0
}
