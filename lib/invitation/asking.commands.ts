import 'server-only'
import { v7 } from 'uuid'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { sendLater } from '@/lib/mail/outbox.commands'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { tokenHash } from '@/lib/session/cookie.rules'
import { noteEntry } from './entries.commands'
import { linkExpires, type WayToAsk } from './rules'
import { linkToken, prepareToken } from './token'

type Meeting = { id: string; pupilId: string }

/** Who is asked to which meeting of an appointment, and may be met about that pupil: "meeting contact". */
export async function askableTo(
  tx: SchoolTx,
  appointment: readonly Meeting[],
  { today, on }: { today: IsoDate; on: IsoDate },
): Promise<Set<string>> {
  if (appointment.length < 2) return new Set()
  const asked = await tx.meetingAttendee.findMany({
    where: { meetingId: { in: appointment.map(({ id }) => id) }, contactId: { not: null } },
    select: { meetingId: true, contactId: true },
  })
  const askable = new Set<string>()
  for (const { id, pupilId } of appointment)
    for (const tie of await familyOf(tx, pupilId)) {
      const isAsked = asked.some((one) => one.meetingId === id && one.contactId === tie.contactId)
      if (isAsked && isEntitled(tie, today) && isEntitled(tie, on)) askable.add(`${id} ${tie.contactId}`)
    }
  return askable
}

type Asking = {
  meetings: readonly Meeting[]
  on: IsoDate
  contactId: string
  way: WayToAsk
  formKey: string
}

/** Asks one parent: an invitation to each meeting of the appointment, one letter for them all, and each offer noted (C12). */
export async function ask(
  tx: SchoolTx,
  actor: Actor,
  { meetings, on, contactId, way, formKey }: Asking,
  now: Date,
): Promise<void> {
  const found = await tx.meetingInvitation.findMany({
    where: { contactId, meetingId: { in: meetings.map(({ id }) => id) } },
    select: { id: true, pupilId: true, meetingId: true, prepareHash: true },
  })
  const { schoolId } = actor
  const missing = meetings.filter(({ id }) => !found.some(({ meetingId }) => meetingId === id))
  const made = missing.map(({ id: meetingId, pupilId }) => ({ id: v7(), pupilId, meetingId }))
  await tx.meetingInvitation.createMany({
    data: made.map((one) => ({
      ...one,
      schoolId,
      contactId,
      tokenHash: tokenHash(linkToken(one.id)),
      prepareHash: tokenHash(prepareToken(one.id)),
      expiresAt: linkExpires(on),
    })),
  })
  // One that was sent before there was a link to prepare has it from now on.
  for (const { id, prepareHash } of found)
    if (prepareHash === null)
      await tx.meetingInvitation.updateMany({
        where: { id },
        data: { prepareHash: tokenHash(prepareToken(id)) },
      })
  const all = [...found, ...made].sort((a, b) => (a.id < b.id ? -1 : 1))
  const [first] = all
  if (!first) return
  const key = `invite:${formKey}:${contactId}`
  const letter = { kind: 'meeting-invitation' as const, pupilId: first.pupilId, aboutId: first.id, key }
  const mailId = way === 'email' ? await sendLater(tx, actor, letter, now) : null
  for (const { pupilId, meetingId } of all)
    await noteEntry(
      tx,
      actor,
      { pupilId, meetingId, contactId },
      { kind: 'offered', method: way, mailId },
      now,
    )
}
