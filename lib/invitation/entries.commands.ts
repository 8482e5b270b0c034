import 'server-only'
import { v7 } from 'uuid'
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
}

type About = { pupilId: string; meetingId: string; contactId: string }

/** Notes one thing that was tried or came back; it stays as it was written (8.3, C12). */
export async function noteEntry(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, meetingId, contactId }: About,
  { kind, method, outcome, mailId = null }: ToNote,
  now: Date,
): Promise<void> {
  await tx.invitationEntry.create({
    data: {
      schoolId: actor.schoolId,
      id: v7(),
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
  })
}
