import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { meetingToChange } from '@/lib/parent-meeting/loading.reads'
import { lockAppointment, NOT_ALL_YOURS } from '@/lib/parent-meeting/sitting.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { keepArrangement, keepSameFor } from './arrangement.commands'
import { ask, askableTo } from './asking.commands'
import { papersSentProblem } from './rules'
import { bringStaff, parentProblems, staffProblems } from './whom.commands'
import type { InviteForm } from './schema'

type Invited = Outcome<{ pupilId: string }>

/**
 * Invites parents to a booked meeting: keeps what the invitation says, asks each in the way chosen, and notes each offer.
 * An email goes through the outbox, in this transaction. `version` is that of what was kept before, 0 where nothing was.
 */
export const inviteToMeeting = (
  actor: Actor,
  meetingId: string,
  version: number,
  form: InviteForm,
  now: Date,
): Promise<Invited> => asActor(actor, (tx) => inviteWithin(tx, actor, { meetingId, version }, form, now))

/** The same inside a transaction that is open: siblings who are met together are one invitation, with one letter. */
export async function inviteWithin(
  tx: SchoolTx,
  actor: Actor,
  { meetingId, version }: { meetingId: string; version: number },
  form: InviteForm,
  now: Date,
): Promise<Invited> {
  const meeting = await meetingToChange(tx, actor, meetingId)
  const { pupilId } = meeting
  const done = { ok: true as const, value: { pupilId } }
  const on = fromDateColumn(meeting.heldOn)
  const today = schoolDay(now)
  if (meeting.status !== 'booked' || on < today)
    return refuse('form', 'This meeting is no longer to come, so nobody can be invited to it')
  if (meeting.at === null) return refuse('form', 'Say at what time the meeting is before you invite anyone')
  const appointment = await lockAppointment(tx, meeting)
  if (!appointment) return refuse('form', NOT_ALL_YOURS)
  const chosen = Object.entries(form.by).flatMap(([id, way]) => (way === '' ? [] : [{ id, way }]))
  const problems = [
    ...papersSentProblem(form.papersSentOn, today),
    ...(await parentProblems(tx, meeting, chosen, { today, on })),
    ...(await staffProblems(tx, meeting, form.staff, today)),
  ]
  if (problems.length > 0) return { ok: false, problems }

  if (!(await keepArrangement(tx, meeting, version, form))) {
    const kept = await tx.meetingArrangement.findFirst({ where: { meetingId }, select: { formKey: true } })
    if (kept?.formKey === form.formKey) return done // the second of two clicks
    throw new ChangedElsewhere(`invitation to meeting ${meetingId}`)
  }
  const others = appointment.filter(({ id }) => id !== meetingId)
  for (const other of others) await keepSameFor(tx, actor, other, form)
  await bringStaff(tx, meeting, appointment, form.staff)
  const askable = await askableTo(tx, appointment, { today, on })
  for (const { id, way } of chosen) {
    const to = appointment.filter((one) => one.id === meetingId || askable.has(`${one.id} ${id}`))
    await ask(tx, actor, { meetings: to, on, contactId: id, way, formKey: form.formKey }, now)
  }
  const details = { parents: chosen.length, byEmail: chosen.filter(({ way }) => way === 'email').length }
  await audit(tx, actor, { action: 'invitation.sent', subjectId: meetingId, pupilId, details }, now)
  return done
}
