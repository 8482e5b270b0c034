import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { earlyDiscussionPolicy } from './policy'

/** The pupil an early discussion is about, for those who may write about it. */
export async function pupilToDiscuss(tx: SchoolTx, actor: Actor, pupilId: string) {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: {
      givenName: true,
      familyName: true,
      dateOfBirth: true,
      yearGroup: true,
      school: { select: { phase: true } },
    },
  })
  if (!pupil || !earlyDiscussionPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!earlyDiscussionPolicy.write(actor, subject))
    throw new NotAllowed(`write an early discussion about ${pupilId}`)
  return { ...pupil, dateOfBirth: fromDateColumn(pupil.dateOfBirth) }
}

/** A pupil as the commands of an early discussion know them. */
export type PupilToDiscuss = Awaited<ReturnType<typeof pupilToDiscuss>>

/** Which note about which pupil: both stand in the address, and both must be right. */
export type DiscussionAt = { pupilId: string; discussionId: string }

/** A note as the commands know it; another pupil's is not there. */
export async function discussionAt(tx: SchoolTx, { pupilId, discussionId }: DiscussionAt) {
  const row = await tx.earlyDiscussion.findFirst({
    where: { id: discussionId, pupilId },
    select: { heldOn: true, sharedAt: true },
  })
  if (!row) throw new NotFound(`early discussion ${discussionId}`)
  return row
}
