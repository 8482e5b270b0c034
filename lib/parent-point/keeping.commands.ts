import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { pointsIn, type WayGiven } from './rules'
import type { PointsForm } from './schema'

type Bringing = { pupilId: string; contactId: string; meetingId: string | null; how: WayGiven }

/** Keeps a parent's words as they gave them, with how they came; a form sent twice is kept once (P86). */
export async function keepPoints(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, contactId, meetingId, how }: Bringing,
  form: PointsForm,
  now: Date,
): Promise<void> {
  const { schoolId } = actor
  // Who comes with them stands with their answer, where the school looks for it (P76).
  if (form.bringing !== null && meetingId !== null)
    await tx.meetingInvitation.updateMany({
      where: { meetingId, contactId },
      data: { bringing: form.bringing, version: { increment: 1 } },
    })
  const made = await tx.parentPoint.createMany({
    data: pointsIn(form).map(({ kind, words }) => ({
      schoolId,
      id: v7(),
      pupilId,
      meetingId,
      contactId,
      kind,
      words,
      givenBy: how,
      addedById: actor.membershipId,
      addedAt: now,
      formKey: form.formKey,
    })),
    skipDuplicates: true,
  })
  if (made.count === 0) return
  const details = { points: made.count, how }
  await audit(
    tx,
    actor,
    { action: 'parent-point.brought', subjectId: meetingId ?? pupilId, pupilId, details },
    now,
  )
}

/** What was said before a meeting was booked is brought to the one that is. */
export async function bringToMeeting(
  tx: SchoolTx,
  { id: meetingId, pupilId }: { id: string; pupilId: string },
  contactIds: readonly string[],
): Promise<void> {
  if (contactIds.length === 0) return
  await tx.parentPoint.updateMany({
    where: { pupilId, meetingId: null, contactId: { in: [...contactIds] } },
    data: { meetingId, version: { increment: 1 } },
  })
}

/** What was to be brought to a meeting that will not be waits for the next one, and is not lost (P86). */
export async function keepForNextMeeting(tx: SchoolTx, meetingId: string): Promise<void> {
  await tx.parentPoint.updateMany({
    where: { meetingId },
    data: { meetingId: null, version: { increment: 1 } },
  })
}
