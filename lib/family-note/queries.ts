import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { openChild } from '@/lib/family/reads'
import type { Child } from '@/lib/family/rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'

export type FamilyNotePage = { child: Child; on: IsoDate; words: string; version: number }

/** A parent's own notes of a meeting they may know of; version 0 while there are none (P83). */
export function getFamilyNote(
  actor: Actor,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  now: Date,
): Promise<FamilyNotePage> {
  return asActor(actor, async (tx) => {
    const child = await openChild(tx, actor, { pupilId, page: 'family/notes', today: schoolDay(now), now })
    const meeting = isId(meetingId)
      ? await tx.parentMeeting.findFirst({
          where: { id: meetingId, pupilId, status: { in: ['held', 'booked'] } },
          select: { heldOn: true },
        })
      : null
    if (!meeting) throw new NotFound(`meeting ${meetingId}`)
    const note = await tx.familyNote.findFirst({
      where: { meetingId },
      select: { words: true, version: true },
    })
    return {
      child,
      on: fromDateColumn(meeting.heldOn),
      words: note?.words ?? '',
      version: note?.version ?? 0,
    }
  })
}
