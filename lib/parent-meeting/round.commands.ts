import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'

/**
 * The round of the meeting named, which begins one where it was in none: the two count once (8.3, C7). No round
 * where none is named; `null` where that meeting is not this pupil's, or came to nothing.
 */
export async function roundOf(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  meetingId: string | null,
  now: Date,
): Promise<{ id: string | null } | null> {
  if (meetingId === null) return { id: null }
  const other = await tx.parentMeeting.findFirst({
    where: { id: meetingId, pupilId, status: { in: ['booked', 'held'] } },
    select: { roundId: true },
  })
  if (!other || other.roundId) return other && { id: other.roundId }
  const roundId = v7()
  await tx.parentMeeting.updateMany({
    where: { id: meetingId },
    data: { roundId, version: { increment: 1 } },
  })
  const details = { fields: ['roundId'] }
  await audit(tx, actor, { action: 'parent-meeting.moved', subjectId: meetingId, pupilId, details }, now)
  return { id: roundId }
}
