import 'server-only'
import { sendLater } from '@/lib/mail/outbox.commands'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { noteEntry } from './entries.commands'
import { changeForInvited, linkExpires } from './rules'

type Times = Parameters<typeof changeForInvited>[0]

/**
 * Tells those invited that a meeting has changed, in the transaction that changes it: the entry in their calendar is
 * replaced, and where it is at another time they are asked again, because a yes was to the old one.
 */
export async function tellItMoved(
  tx: SchoolTx,
  actor: Actor,
  meetingIds: readonly string[],
  { before, after }: { before: Times; after: Times },
  now: Date,
): Promise<void> {
  const change = changeForInvited(before, after)
  if (change === 'nothing') return
  const isAskedAgain = change === 'asked-again'
  await tellAll(
    tx,
    actor,
    meetingIds,
    isAskedAgain ? 'moved' : 'told',
    {
      ...(isAskedAgain && {
        answer: null,
        answeredAt: null,
        betterTimes: null,
        expiresAt: linkExpires(after.on),
      }),
    },
    now,
  )
}

/** Tells those invited that a meeting which was to come will not take place, and takes it out of their calendar. */
export const tellItIsOff = (
  tx: SchoolTx,
  actor: Actor,
  meetingIds: readonly string[],
  now: Date,
): Promise<void> => tellAll(tx, actor, meetingIds, 'called-off', {}, now)

type Answered = { answer?: null; answeredAt?: null; betterTimes?: null; expiresAt?: Date }

async function tellAll(
  tx: SchoolTx,
  actor: Actor,
  meetingIds: readonly string[],
  what: 'moved' | 'told' | 'called-off',
  data: Answered,
  now: Date,
): Promise<void> {
  const invitations = await tx.meetingInvitation.findMany({
    where: { meetingId: { in: [...meetingIds] } },
    select: {
      id: true,
      pupilId: true,
      meetingId: true,
      contactId: true,
      sequence: true,
      contact: { select: { email: true } },
    },
    orderBy: { id: 'asc' },
  })
  // A parent who is asked about siblings has one letter, the one of the first invitation.
  const letters = new Map<string, string | null>()
  for (const { id, pupilId, meetingId, contactId, sequence, contact } of invitations) {
    await tx.meetingInvitation.updateMany({
      where: { id },
      data: { ...data, sequence: sequence + 1, version: { increment: 1 } },
    })
    // Whoever has no address is told by whoever changed it: the page of the meeting says so.
    if (contact.email === null) continue
    if (!letters.has(contactId)) {
      const kind = what === 'called-off' ? 'meeting-called-off' : 'meeting-moved'
      const key = `${kind}:${id}:${sequence + 1}`
      letters.set(contactId, await sendLater(tx, actor, { kind, pupilId, aboutId: id, key }, now))
    }
    const mailId = letters.get(contactId) ?? null
    if (mailId === null || what === 'told') continue
    await noteEntry(
      tx,
      actor,
      { pupilId, meetingId, contactId },
      { kind: what, method: 'email', mailId },
      now,
    )
  }
}
