import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { meetingToChange } from '@/lib/parent-meeting/loading.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { keepNeeds } from '@/lib/contact/needs.commands'
import { noteEntry } from './entries.commands'
import { invitationPolicy } from './policy'
import { findInvitation, type Invitation } from './reads'
import { isOpen, type WayAnswered } from './rules'
import type { AnswerForm, HeardForm } from './schema'

/** Keeps a parent's answer with what they need, and notes how it came; the last answer holds. */
export async function keepAnswer(
  tx: SchoolTx,
  actor: Actor,
  invitation: Invitation,
  { form, how }: { form: AnswerForm; how: WayAnswered },
  now: Date,
): Promise<void> {
  const { id, pupilId, contactId, siblings } = invitation
  const { answer, bringing, interpreter, accessNeeds, betterTimes } = form
  // One answer for the appointment: siblings who are met together are answered for together.
  const all = [invitation, ...siblings]
  await tx.meetingInvitation.updateMany({
    where: { id: { in: all.map((one) => one.id) } },
    data: {
      answer,
      bringing,
      interpreter,
      accessNeeds,
      betterTimes,
      answeredAt: now,
      version: { increment: 1 },
    },
  })
  // Sent twice, it is one answer.
  for (const one of all)
    if (answer !== one.answer)
      await noteEntry(
        tx,
        actor,
        { pupilId: one.pupilId, meetingId: one.meetingId, contactId },
        { kind: 'answered', method: how, outcome: answer },
        now,
      )
  await keepNeeds(tx, actor, { contactId, interpreter, accessNeeds, wasShown: how === 'service' }, now)
  const details = { answer, how }
  await audit(tx, actor, { action: 'invitation.answered', subjectId: id, pupilId, details }, now)
}

/** A parent answers on the family's page. */
export function answerInvitation(
  actor: Actor,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  form: AnswerForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    if (!invitationPolicy.answer(actor, { schoolId: actor.schoolId, pupilId }))
      throw new NotFound(`invitation to meeting ${meetingId}`)
    const own = isId(meetingId)
      ? await tx.meetingInvitation.findFirst({ where: { meetingId, pupilId }, select: { id: true } })
      : null
    const invitation = own && (await findInvitation(tx, own, now))
    if (!invitation || !isOpen({ ...invitation, on: invitation.facts.on }, now, schoolDay(now)))
      throw new NotFound(`invitation to meeting ${meetingId}`)
    await keepAnswer(tx, actor, invitation, { form, how: 'service' }, now)
    return { ok: true, value: null }
  })
}

/** Somebody at school notes what a parent answered: on the phone, face to face, by letter or email. */
export function noteAnswer(
  actor: Actor,
  { meetingId, contactId }: { meetingId: string; contactId: string },
  form: HeardForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const invitation = isId(contactId) ? await findInvitation(tx, { meetingId, contactId }, now) : null
    if (!invitation) throw new NotFound(`invitation of ${contactId} to meeting ${meetingId}`)
    if (!isOpen({ ...invitation, on: invitation.facts.on }, now, schoolDay(now)))
      return refuse('form', 'This invitation is no longer open, so there is nothing to answer')
    await keepAnswer(tx, actor, invitation, { form, how: form.how }, now)
    return { ok: true, value: { pupilId: meeting.pupilId } }
  })
}
