import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { sendLater } from '@/lib/mail/outbox.commands'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import { meetingToChange, type MeetingToChange } from '@/lib/parent-meeting/loading.reads'
import { meetingStaff } from '@/lib/parent-meeting/people.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { tokenHash } from '@/lib/session/cookie.rules'
import { noteEntry } from './entries.commands'
import { linkExpires, type WayToAsk } from './rules'
import type { InviteForm } from './schema'
import { linkToken } from './token'

/**
 * Invites parents to a booked meeting: keeps what the invitation says, asks each in the way chosen, and notes each offer.
 * An email goes through the outbox, in this transaction. `version` is that of what was kept before, 0 where nothing was.
 */
export function inviteToMeeting(
  actor: Actor,
  meetingId: string,
  version: number,
  form: InviteForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const { pupilId } = meeting
    const done = { ok: true as const, value: { pupilId } }
    const on = fromDateColumn(meeting.heldOn)
    const today = schoolDay(now)
    if (meeting.status !== 'booked' || on < today)
      return refuse('form', 'This meeting is no longer to come, so nobody can be invited to it')
    if (meeting.at === null) return refuse('form', 'Say at what time the meeting is before you invite anyone')
    const chosen = Object.entries(form.by).flatMap(([id, way]) => (way === '' ? [] : [{ id, way }]))
    const problems = [
      ...(await parentProblems(tx, meeting, chosen, { today, on })),
      ...(await staffProblems(tx, meeting, form.staff, today)),
    ]
    if (problems.length > 0) return { ok: false, problems }

    if (!(await keepArrangement(tx, meeting, version, form))) {
      const kept = await tx.meetingArrangement.findFirst({ where: { meetingId }, select: { formKey: true } })
      if (kept?.formKey === form.formKey) return done // the second of two clicks
      throw new ChangedElsewhere(`invitation to meeting ${meetingId}`)
    }
    await bringStaff(tx, meeting, form.staff)
    for (const { id, way } of chosen) await ask(tx, actor, meeting, { contactId: id, way, form, now })
    const details = { parents: chosen.length, byEmail: chosen.filter(({ way }) => way === 'email').length }
    await audit(tx, actor, { action: 'invitation.sent', subjectId: meetingId, pupilId, details }, now)
    return done
  })
}

type Chosen = { id: string; way: WayToAsk }

/** Only parents who are asked to the meeting, and are not shut out now or on its day; and an email needs an address. */
async function parentProblems(
  tx: SchoolTx,
  meeting: MeetingToChange,
  chosen: readonly Chosen[],
  { today, on }: { today: ReturnType<typeof schoolDay>; on: ReturnType<typeof schoolDay> },
): Promise<Problem[]> {
  const family = await familyOf(tx, meeting.pupilId)
  const withAddress = new Set(
    (
      await tx.contact.findMany({
        where: { id: { in: chosen.map(({ id }) => id) }, email: { not: null } },
        select: { id: true },
      })
    ).map(({ id }) => id),
  )
  return chosen.flatMap(({ id, way }): Problem[] => {
    const tie = family.find(({ contactId }) => contactId === id)
    const isAsked = meeting.attendees.some(({ contactId }) => contactId === id)
    if (!tie || !isAsked || !isEntitled(tie, today) || !isEntitled(tie, on))
      return [{ field: 'form', message: 'Open the page again: the list of parents has changed' }]
    if (way === 'email' && !withAddress.has(id))
      return [{ field: `by.${id}`, message: `There is no email address of ${tie.name}: choose another way` }]
    return []
  })
}

async function staffProblems(
  tx: SchoolTx,
  meeting: MeetingToChange,
  staff: readonly string[],
  today: ReturnType<typeof schoolDay>,
): Promise<Problem[]> {
  if (staff.length === 0) return []
  const here = new Set((await meetingStaff(tx, meeting.pupilId, today)).map(({ id }) => id))
  return staff.every((id) => here.has(id)) ? [] : [{ field: 'staff', message: 'Select staff from the list' }]
}

async function keepArrangement(
  tx: SchoolTx,
  meeting: MeetingToChange,
  version: number,
  form: InviteForm,
): Promise<boolean> {
  const { schoolId, id: meetingId, pupilId } = meeting
  const { pupilInvited, others, noteTaker, joinBy, papers, interpreter, accessNeeds, formKey } = form
  const data = { pupilInvited, others, noteTaker, joinBy, papers, interpreter, accessNeeds, formKey }
  if (version === 0) {
    const made = await tx.meetingArrangement.createMany({
      data: { schoolId, meetingId, pupilId, ...data },
      skipDuplicates: true,
    })
    return made.count > 0
  }
  const saved = await tx.meetingArrangement.updateMany({
    where: { meetingId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return saved.count > 0
}

async function bringStaff(tx: SchoolTx, meeting: MeetingToChange, staff: readonly string[]): Promise<void> {
  const there = new Set(meeting.attendees.flatMap(({ membershipId }) => membershipId ?? []))
  const more = [...new Set(staff)].filter((id) => !there.has(id) && id !== meeting.ledById)
  if (more.length === 0) return
  await tx.meetingAttendee.createMany({
    data: more.map((membershipId) => ({
      schoolId: meeting.schoolId,
      meetingId: meeting.id,
      pupilId: meeting.pupilId,
      membershipId,
    })),
    skipDuplicates: true,
  })
}

type Asking = { contactId: string; way: WayToAsk; form: InviteForm; now: Date }

async function ask(
  tx: SchoolTx,
  actor: Actor,
  meeting: MeetingToChange,
  { contactId, way, form, now }: Asking,
): Promise<void> {
  const { schoolId, id: meetingId, pupilId } = meeting
  const of = { schoolId_meetingId_contactId: { schoolId, meetingId, contactId } }
  const found = await tx.meetingInvitation.findUnique({ where: of, select: { id: true } })
  const id = found?.id ?? v7()
  if (!found)
    await tx.meetingInvitation.create({
      data: {
        schoolId,
        id,
        pupilId,
        meetingId,
        contactId,
        tokenHash: tokenHash(linkToken(id)),
        expiresAt: linkExpires(fromDateColumn(meeting.heldOn)),
      },
    })
  const key = `invite:${form.formKey}:${contactId}`
  const mailId =
    way === 'email'
      ? await sendLater(tx, actor, { kind: 'meeting-invitation', pupilId, aboutId: id, key }, now)
      : null
  await noteEntry(tx, actor, { pupilId, meetingId, contactId }, { kind: 'offered', method: way, mailId }, now)
}
