import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ContactNeeds } from '@/lib/contact/needs.rules'
import { ownInvitation } from '@/lib/invitation/family.reads'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { openChild } from './reads'
import type { Child } from './rules'

export type OwnInvitationPage = {
  child: Child
  on: IsoDate
  at: string | null
  answer: OwnInvitation['answer']
  /** What they last said they need, so that they need not say it again. */
  needs: ContactNeeds | null
}

/** A parent's own invitation to a meeting to come; of any other there is none. */
export function getOwnInvitation(
  actor: Actor,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  now: Date,
): Promise<OwnInvitationPage> {
  return asActor(actor, async (tx) => {
    const child = await openChild(tx, actor, { pupilId, page: 'family/answer', today: schoolDay(now), now })
    const meeting = isId(meetingId)
      ? await tx.parentMeeting.findFirst({
          where: { id: meetingId, pupilId },
          select: { heldOn: true, at: true },
        })
      : null
    const invitation = meeting && (await ownInvitation(tx, meetingId, now))
    if (!meeting || !invitation) throw new NotFound(`invitation to meeting ${meetingId}`)
    const needs = await tx.contactNeeds.findFirst({ select: { interpreter: true, accessNeeds: true } })
    return { child, on: fromDateColumn(meeting.heldOn), at: meeting.at, answer: invitation.answer, needs }
  })
}
