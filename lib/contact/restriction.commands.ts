import 'server-only'
import { audit } from '@/lib/audit/commands'
import { plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { pupilWithContacts } from './commands'
import { contactPolicy } from './policy'
import type { RestrictionForm } from './schema'

type Tie = { pupilId: string; contactId: string; tieVersion: number }

async function tieToRestrict(tx: SchoolTx, actor: Actor, { pupilId, contactId }: Tie) {
  await pupilWithContacts(tx, actor, pupilId)
  if (!contactPolicy.restrict(actor, { schoolId: actor.schoolId, pupilId }))
    throw new NotAllowed(`restrict contact ${contactId}`)
  const tie = await tx.pupilContact.findUnique({
    where: { schoolId_pupilId_contactId: { schoolId: actor.schoolId, pupilId, contactId } },
    select: { id: true, restrictedFrom: true },
  })
  if (!tie) throw new NotFound(`contact ${contactId} of pupil ${pupilId}`)
  return { id: tie.id, restrictedFrom: fromDateColumnOrNull(tie.restrictedFrom) }
}

/** Shuts a contact out from everything about the pupil, from a day and perhaps to one, for a reason in law (section 6). */
export function restrictContact(
  actor: Actor,
  of: Tie,
  form: RestrictionForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const tie = await tieToRestrict(tx, actor, of)
    const { restrictedFrom, restrictedUntil, restrictionReason } = form
    const changed = await tx.pupilContact.updateMany({
      where: { schoolId: actor.schoolId, id: tie.id, version: of.tieVersion },
      data: {
        restrictedFrom: toDateColumn(restrictedFrom),
        restrictedUntil: toDateColumnOrNull(restrictedUntil),
        restrictionReason,
        version: { increment: 1 },
      },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`restriction of contact ${of.contactId}`)
    const details = { from: restrictedFrom, ...(restrictedUntil ? { until: restrictedUntil } : {}) }
    await audit(
      tx,
      actor,
      { action: 'contact.restricted', subjectId: of.contactId, pupilId: of.pupilId, details },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Ends a restriction at once: its last day was yesterday, or where it began today or later it never held. */
export function liftRestriction(actor: Actor, of: Tie, now: Date): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const tie = await tieToRestrict(tx, actor, of)
    if (!tie.restrictedFrom) return refuse('form', 'There is no restriction to end')
    const data =
      tie.restrictedFrom < today
        ? { restrictedUntil: toDateColumn(plusDays(today, -1)) }
        : { restrictedFrom: null, restrictedUntil: null, restrictionReason: null }
    const changed = await tx.pupilContact.updateMany({
      where: { schoolId: actor.schoolId, id: tie.id, version: of.tieVersion },
      data: { ...data, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`restriction of contact ${of.contactId}`)
    await audit(
      tx,
      actor,
      { action: 'contact.restriction-lifted', subjectId: of.contactId, pupilId: of.pupilId },
      now,
    )
    return { ok: true, value: null }
  })
}
