import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { MailProblem, MailStatus } from '@/lib/mail/rules'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Invited, InvitedLine, Offers, Tried } from './line.rules'
import { type Answer, type Entry, offersIn } from './rules'

type EntryRow = {
  id: string
  meetingId: string
  contactId: string
  kind: string
  method: string
  outcome: string | null
  happenedOn: Date
  mailId: string | null
}

const entryOf = (row: EntryRow): Entry => ({
  id: row.id,
  meetingId: row.meetingId,
  contactId: row.contactId,
  kind: row.kind as Entry['kind'],
  method: row.method as Entry['method'],
  outcome: row.outcome as Answer | null,
  on: fromDateColumn(row.happenedOn),
  mailId: row.mailId,
})

/**
 * The parents of a meeting who may be asked to it, each with what was tried and what they said; whoever has been shut out is
 * not among them. A fixed number of statements.
 */
export async function invitedTo(
  tx: SchoolTx,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  today: IsoDate,
): Promise<Invited> {
  const attendees = await tx.meetingAttendee.findMany({
    where: { meetingId, contactId: { not: null } },
    select: { contactId: true, contact: { select: { email: true } } },
  })
  const invitations = await tx.meetingInvitation.findMany({ where: { meetingId } })
  const entries = await tx.invitationEntry.findMany({
    where: { meetingId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const mails = await tx.outboxMail.findMany({
    where: { id: { in: entries.flatMap(({ mailId }) => mailId ?? []) } },
    select: { id: true, status: true, problem: true },
  })
  const arrangement = await tx.meetingArrangement.findFirst({
    where: { meetingId },
    select: { version: true },
  })
  const byId = new Map(
    mails.map(({ id, status, problem }) => [
      id,
      { status: status as MailStatus, problem: problem as MailProblem | null },
    ]),
  )
  const lines = (await familyOf(tx, pupilId)).flatMap((tie): InvitedLine[] => {
    const attendee = attendees.find(({ contactId }) => contactId === tie.contactId)
    if (!attendee || !isEntitled(tie, today)) return []
    const invitation = invitations.find(({ contactId }) => contactId === tie.contactId)
    const tried: Tried[] = entries
      .filter(({ contactId }) => contactId === tie.contactId)
      .map((row) => ({ ...entryOf(row), mail: byId.get(row.mailId ?? '') ?? null }))
    const hasEmail = (attendee.contact?.email ?? null) !== null
    return [
      {
        contactId: tie.contactId,
        name: tie.name,
        hasEmail,
        isInvited: invitation !== undefined,
        answer: (invitation?.answer as Answer | null | undefined) ?? null,
        answeredOn: invitation?.answeredAt ? schoolDay(invitation.answeredAt) : null,
        bringing: invitation?.bringing ?? null,
        interpreter: invitation?.interpreter ?? null,
        accessNeeds: invitation?.accessNeeds ?? null,
        betterTimes: invitation?.betterTimes ?? null,
        tried,
        isToTell: !hasEmail && (invitation?.sequence ?? 0) > 0 && invitation?.answer === null,
      },
    ]
  })
  return { lines, version: arrangement?.version ?? 0 }
}

/** How often a meeting about a pupil was offered from a day on, and how many meetings parents came to (C12); two statements. */
export async function offersTo(
  tx: SchoolTx,
  pupilId: string,
  { firstDay, lastDay }: { firstDay: IsoDate; lastDay: IsoDate },
): Promise<Offers> {
  const heldOn = { gte: toDateColumn(firstDay), lte: toDateColumn(lastDay) }
  const entries = await tx.invitationEntry.findMany({
    where: { pupilId, kind: { in: ['offered', 'moved'] }, meeting: { heldOn } },
  })
  const attended = await tx.parentMeeting.count({
    where: {
      pupilId,
      heldOn,
      status: 'held',
      attendees: { some: { came: true, contactId: { not: null } } },
      invitations: { some: {} },
    },
  })
  return { offered: offersIn(entries.map(entryOf)), attended }
}

/** What the parents of each meeting to come have answered, by meeting; one statement. */
export async function answersFrom(tx: SchoolTx, from: IsoDate): Promise<Map<string, (Answer | null)[]>> {
  const rows = await tx.meetingInvitation.findMany({
    where: { meeting: { status: 'booked', heldOn: { gte: toDateColumn(from) } } },
    select: { meetingId: true, answer: true },
  })
  const answers = new Map<string, (Answer | null)[]>()
  for (const { meetingId, answer } of rows)
    answers.set(meetingId, [...(answers.get(meetingId) ?? []), answer as Answer | null])
  return answers
}
