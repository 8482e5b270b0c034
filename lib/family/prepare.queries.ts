import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { ownInvitation } from '@/lib/invitation/family.reads'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type MeetingToPrepare, meetingToPrepare } from '@/lib/preparation/meeting.reads'
import { sheetOf } from '@/lib/preparation/reads'
import type { Sheet } from '@/lib/preparation/rules'
import { openChild } from './reads'
import type { Child } from './rules'

export type OwnPreparationPage = {
  child: Child
  today: IsoDate
  meeting: MeetingToPrepare
  invitation: OwnInvitation
  sheet: Sheet
}

/** What a parent prepares a meeting with that they are invited to: what was shared with them, and what they said themselves (P75 to P82). */
export function getOwnPreparation(
  actor: Actor,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  now: Date,
): Promise<OwnPreparationPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family/prepare', today, now })
    const meeting = await meetingToPrepare(tx, { pupilId, meetingId })
    const invitation = await ownInvitation(tx, meetingId, now)
    const own = await tx.pupilContact.findFirst({ where: { pupilId }, select: { contactId: true } })
    if (!invitation || !own) throw new NotFound(`invitation to meeting ${meetingId}`)
    const sheet = await sheetOf(
      tx,
      { pupilId, meetingId, on: meeting.on },
      { forContact: own.contactId, today },
    )
    return { child, today, meeting, invitation, sheet }
  })
}
