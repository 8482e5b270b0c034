import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { sendLater } from '@/lib/mail/outbox.commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { recordLinkExpires } from '@/lib/record-copy/rules'
import { recordToken } from '@/lib/record-copy/token'
import { tokenHash } from '@/lib/session/cookie.rules'
import { copyIsFor } from './family.rules'
import { familyOf } from './lines.reads'
import { type MeetingToChange, meetingToChange } from './loading.reads'
import { givenOnProblem } from './record.rules'
import { shareRecord } from './signing.commands'
import type { GivingForm } from './signing.schema'

type Given = GivingForm['given'][number]

/**
 * Gives the newest version of a signed record to parents, or notes that they have it or do not want it, and that staff have
 * it and the MIS is updated (6.71, R19, R20). What was given is shared from then on. Said twice, the first stays.
 */
export function recordCopies(
  actor: Actor,
  meetingId: string,
  { given, steps }: GivingForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const { pupilId } = meeting
    const number = meeting.record?.signedNumber
    if (meeting.status !== 'held' || !meeting.record)
      return refuse('form', 'Write the record before you give a copy of it')
    if (!number) return refuse('form', 'Read the record back and sign it off before you give a copy of it')
    if (given.length + steps.length === 0)
      return refuse('form', 'Select how at least one parent had their copy, or tick what is done')
    const today = schoolDay(now)
    const problems = await problemsOf(tx, meeting, given, today)
    if (problems.length > 0) return { ok: false, problems }

    // Two people at once give a link once: the second waits, then sees what the first gave.
    await tx.$queryRaw`SELECT FROM meeting_records WHERE meeting_id = ${meetingId}::uuid FOR UPDATE`
    const byHand = given.filter(({ method }) => method !== 'link')
    const linked = given.filter(({ method }) => method === 'link')
    const row = { schoolId: actor.schoolId, pupilId, meetingId, number, recordedById: actor.membershipId }
    const written = await tx.meetingRecordDelivery.createMany({
      data: byHand.map(({ contactId, method, on }) => ({
        ...row,
        contactId,
        method,
        givenOn: toDateColumn(on),
      })),
      skipDuplicates: true,
    })
    const sent = await sendLinks(tx, actor, row, linked, now)
    if (given.some(({ method }) => method !== 'declined')) await shareRecord(tx, meetingId, now)
    const done = await tx.meetingRecordStep.createMany({
      data: steps.map((step) => ({ ...row, step, doneOn: toDateColumn(today) })),
      skipDuplicates: true,
    })
    const details = { number, parents: written.count + sent, links: sent, steps }
    if (written.count + sent + done.count > 0)
      await audit(
        tx,
        actor,
        { action: 'parent-meeting.record-given', subjectId: meetingId, pupilId, details },
        now,
      )
    return { ok: true, value: { pupilId } }
  })
}

async function problemsOf(
  tx: SchoolTx,
  meeting: MeetingToChange,
  given: readonly Given[],
  today: IsoDate,
): Promise<Problem[]> {
  const family = await familyOf(tx, meeting.pupilId)
  const contacts = await tx.contact.findMany({
    where: { id: { in: given.map(({ contactId }) => contactId) } },
    select: { id: true, email: true, membershipId: true },
  })
  const contactIds = meeting.attendees.flatMap(({ contactId }) => contactId ?? [])
  return given.flatMap(({ contactId, method, on }): Problem[] => {
    const contact = family.find((known) => known.contactId === contactId)
    if (!contact || !copyIsFor(contact, { roundId: meeting.roundId, contactIds }, today))
      return [{ field: 'form', message: 'Open the page again: the list of parents has changed' }]
    const known = contacts.find(({ id }) => id === contactId)
    const field = `given.${contactId}.method`
    if (method === 'link' && !known?.email)
      return [
        { field, message: `${contact.name} has no email address. Add one, or give the copy another way` },
      ]
    if (method === 'service' && !known?.membershipId)
      return [{ field, message: `${contact.name} cannot sign in to this service. Give the copy another way` }]
    const message = method === 'link' ? null : givenOnProblem(on, fromDateColumn(meeting.heldOn), today)
    return message ? [{ field: `given.${contactId}.on`, message }] : []
  })
}

type Row = { schoolId: string; pupilId: string; meetingId: string; number: number; recordedById: string }

/** A link by email to each of these who has none of this version on its way; how many were sent. */
async function sendLinks(
  tx: SchoolTx,
  actor: Actor,
  row: Row,
  linked: readonly Given[],
  now: Date,
): Promise<number> {
  if (linked.length === 0) return 0
  const { meetingId, number, pupilId } = row
  const before = await tx.meetingRecordDelivery.findMany({
    where: { meetingId, number, contactId: { in: linked.map(({ contactId }) => contactId) } },
    select: { contactId: true, mailId: true },
  })
  const lost = await tx.outboxMail.findMany({
    where: {
      id: { in: before.flatMap(({ mailId }) => mailId ?? []) },
      status: { in: ['failed', 'withheld'] },
    },
    select: { id: true },
  })
  const hasIt = (contactId: string) =>
    before.some((copy) => copy.contactId === contactId && !lost.some(({ id }) => id === copy.mailId))
  let sent = 0
  for (const { contactId } of linked) {
    if (hasIt(contactId)) continue
    const id = v7()
    const mail = { kind: 'meeting-record' as const, pupilId, aboutId: id, key: `meeting-record:${id}` }
    const mailId = await sendLater(tx, actor, mail, now)
    await tx.meetingRecordDelivery.create({
      data: {
        ...row,
        id,
        contactId,
        method: 'link',
        givenOn: toDateColumn(schoolDay(now)),
        tokenHash: tokenHash(recordToken(id)),
        expiresAt: recordLinkExpires(schoolDay(now)),
        mailId,
      },
    })
    sent += 1
  }
  return sent
}
