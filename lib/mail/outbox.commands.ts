import 'server-only'
import { v7 } from 'uuid'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { MailKind } from './rules'

type ToSend = {
  kind: MailKind
  pupilId: string
  /** What the letter is about; it is read again when the letter is made. */
  aboutId: string
  /** Names the act: the same one, asked for twice, is one mail. */
  key: string
}

/**
 * Puts mail in the outbox, in the transaction of what causes it: both are kept or neither. A letter already asked for
 * under this key is not asked for again; its id is `null`.
 */
export async function sendLater(
  tx: SchoolTx,
  actor: Actor,
  { kind, pupilId, aboutId, key }: ToSend,
  now: Date,
): Promise<string | null> {
  const id = v7()
  const { schoolId, membershipId } = actor
  const written = await tx.outboxMail.createMany({
    data: { schoolId, id, kind, pupilId, aboutId, key, askedById: membershipId, createdAt: now },
    skipDuplicates: true,
  })
  return written.count === 0 ? null : id
}
