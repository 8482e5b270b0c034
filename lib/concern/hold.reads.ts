import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { concernPolicy } from './policy'

/** Which concern of which pupil: both stand in the address, and both must be right. */
export type ConcernAt = { pupilId: string; concernId: string }

/** Makes sure that the concern is there for whoever asks; to anyone else it is not. */
export async function concernFor(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, concernId }: ConcernAt,
): Promise<void> {
  const { schoolId } = actor
  const concern = await tx.concern.findFirst({
    where: { schoolId, id: concernId, pupilId },
    select: { id: true },
  })
  if (!concern || !concernPolicy.read(actor, { schoolId, pupilId }))
    throw new NotFound(`concern ${concernId}`)
}
