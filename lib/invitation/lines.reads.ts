import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { MailProblem, MailStatus } from '@/lib/mail/rules'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
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

/** How often a meeting about a pupil was offered from a day on, and how many meetings parents came to (C12). */
export const offersPart = (
  pupilId: string,
  { firstDay, lastDay }: { firstDay: IsoDate; lastDay: IsoDate },
): Part<Offers> =>
  part<{ entries: Pick<Entry, 'kind' | 'meetingId' | 'on'>[]; attended: number }, Offers>(
    sql`
    SELECT COALESCE((SELECT json_agg(json_build_object('kind', e.kind, 'meetingId', e.meeting_id, 'on', e.happened_on))
        FROM invitation_entries e JOIN parent_meetings m ON m.school_id = e.school_id AND m.id = e.meeting_id
        WHERE e.pupil_id = ${pupilId}::uuid AND e.kind IN ('offered', 'moved') AND m.held_on BETWEEN ${firstDay}::date AND ${lastDay}::date), '[]') AS entries,
      (SELECT count(*)::int FROM parent_meetings m
        WHERE m.pupil_id = ${pupilId}::uuid AND m.status = 'held' AND m.held_on BETWEEN ${firstDay}::date AND ${lastDay}::date
          AND EXISTS (SELECT FROM meeting_attendees a WHERE a.school_id = m.school_id AND a.meeting_id = m.id AND a.came AND a.contact_id IS NOT NULL)
          AND EXISTS (SELECT FROM meeting_invitations i WHERE i.school_id = m.school_id AND i.meeting_id = m.id)) AS attended`,
    ([found]) => ({ offered: offersIn(found?.entries ?? []), attended: found?.attended ?? 0 }),
  )

/** The same by itself. */
export const offersTo = (
  tx: SchoolTx,
  pupilId: string,
  year: { firstDay: IsoDate; lastDay: IsoDate },
): Promise<Offers> => readPart(tx, offersPart(pupilId, year))

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
