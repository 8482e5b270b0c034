import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { concernPolicy } from './policy'
import type { WorryForm } from './schema'

/**
 * Keeps a worry that a parent wrote on the family's page: in their words, of today, for the school to answer (6.20, 6.45,
 * P17, P88). Sent twice it is there once.
 */
export function tellSchool(
  actor: Actor,
  pupilId: string,
  { words, asksToTalk }: WorryForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { schoolId, membershipId } = actor
    if (!concernPolicy.tell(actor, { schoolId, pupilId })) throw new NotFound(`pupil ${pupilId}`)
    const own = await tx.pupilContact.findFirst({
      where: { pupilId, contact: { membershipId } },
      select: { contactId: true },
    })
    if (!own) throw new NotFound(`pupil ${pupilId}`)
    await onePupilAtATime(tx, pupilId)
    const worry = {
      pupilId,
      raisedBy: 'parent',
      contactId: own.contactId,
      raisedOn: toDateColumn(schoolDay(now)),
      words,
      writtenById: membershipId,
    }
    if (await tx.concern.findFirst({ where: worry, select: { id: true } })) return { ok: true, value: null }
    const { id } = await tx.concern.create({
      data: { ...worry, schoolId, asksToTalk, writtenAt: now },
      select: { id: true },
    })
    const details = { raisedBy: 'parent', asksToTalk }
    await audit(tx, actor, { action: 'concern.raised', subjectId: id, pupilId, details }, now)
    return { ok: true, value: null }
  })
}
