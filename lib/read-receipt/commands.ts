import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { latestVersion } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { readReceiptPolicy } from './policy'

/**
 * "I have read it": said for oneself of the version that stands, once, and never taken back (6.49). Where a newer one
 * was published meanwhile, it is that one that is to be read.
 */
export function sayRead(
  actor: Actor,
  { pupilId, versionId }: { pupilId: string; versionId: string },
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    if (!readReceiptPolicy.read(actor, { schoolId: actor.schoolId, pupilId }))
      throw new NotFound(`pupil ${pupilId}`)
    const standing = await latestVersion(tx, pupilId)
    if (!standing) throw new NotFound(`plan of pupil ${pupilId}`)
    if (standing.id !== versionId)
      return refuse(
        'form',
        'A newer version of the plan has been published since you opened this page. Read that one first',
      )
    const { schoolId, membershipId } = actor
    const written = await tx.readReceipt.createMany({
      data: { id: v7(), schoolId, pupilId, versionId, membershipId, readAt: now },
      skipDuplicates: true,
    })
    if (written.count > 0) await audit(tx, actor, { action: 'plan.read', subjectId: versionId, pupilId }, now)
    return { ok: true, value: null }
  })
}
