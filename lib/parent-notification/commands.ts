import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { statusPeriods } from '@/lib/sen-status/reads'
import { statusOn } from '@/lib/sen-status/rules'
import { parentNotificationPolicy } from './policy'
import { notifiableContacts, notificationsOf, toldBounds } from './reads'
import { entitledRecipients, toldProblem } from './rules'
import type { ParentToldForm } from './schema'

async function pupilToTellOf(tx: SchoolTx, actor: Actor, pupilId: string) {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { givenName: true, familyName: true, dateOfBirth: true, createdAt: true },
  })
  if (!pupil || !parentNotificationPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!parentNotificationPolicy.record(actor, subject))
    throw new NotAllowed(`record who was told about pupil ${pupilId}`)
  return {
    name: `${pupil.givenName} ${pupil.familyName}`,
    dateOfBirth: fromDateColumn(pupil.dateOfBirth),
    recordedHereOn: schoolDay(pupil.createdAt),
  }
}

/**
 * Records that a parent, or the young person, was told that SEN support is being made: when and how (6.43, 6.48;
 * section 68; P05). Once for each recipient and each time on SEN support; what was told is never altered.
 */
export function recordParentTold(
  actor: Actor,
  pupilId: string,
  form: ParentToldForm,
  now: Date,
): Promise<Outcome<{ notificationId: string }>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await pupilToTellOf(tx, actor, pupilId)
    await onePupilAtATime(tx, pupilId)
    const status = statusOn(await statusPeriods(tx, pupilId), today)
    if (status?.kind !== 'sen-support')
      return refuse(
        'form',
        'The pupil is not on SEN support today, so there is nothing to tell: an EHC plan is outside this duty',
      )
    const recipients = entitledRecipients(pupil, await notifiableContacts(tx, pupilId), today)
    if (!recipients.some(({ contactId }) => contactId === form.recipient))
      return refuse('recipient', 'Select who was told')
    const told = (await notificationsOf(tx, pupilId)).find(
      ({ senStatusId, contactId }) => senStatusId === status.id && contactId === form.recipient,
    )
    if (told) return refuse('recipient', 'It is already recorded that they were told')
    const bounds = await toldBounds(tx, pupilId, status.from, pupil.recordedHereOn)
    const problem = toldProblem(form, { kind: status.kind, from: status.from, today, ...bounds })
    if (problem) return { ok: false, problems: [problem] }

    const { method } = form
    const { id } = await tx.parentNotification.create({
      data: {
        schoolId: actor.schoolId,
        pupilId,
        senStatusId: status.id,
        contactId: form.recipient,
        method,
        toldOn: toDateColumnOrNull(method === 'before-import' ? null : form.toldOn),
        recordedById: actor.membershipId,
        recordedAt: now,
      },
      select: { id: true },
    })
    await audit(
      tx,
      actor,
      { action: 'parent-notification.recorded', subjectId: id, pupilId, details: { method } },
      now,
    )
    return { ok: true, value: { notificationId: id } }
  })
}
