import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { parentMeetingPolicy } from './policy'

const dateOfBirth = { select: { dateOfBirth: true } } as const

/** The pupil a meeting is to be arranged about; for anyone who may not, there is none, or no arranging. */
export async function pupilToMeetAbout(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
): Promise<{ dateOfBirth: IsoDate }> {
  const row = isId(pupilId)
    ? await tx.pupil.findFirst({ where: { id: pupilId }, select: { schoolId: true, dateOfBirth: true } })
    : null
  const subject = { schoolId: row?.schoolId ?? '', pupilId }
  if (!row || !parentMeetingPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!parentMeetingPolicy.record(actor, subject))
    throw new NotAllowed(`arrange a meeting about pupil ${pupilId}`)
  return { dateOfBirth: fromDateColumn(row.dateOfBirth) }
}

/** The meeting somebody is about to change, as it stands; for anyone who may not, there is none, or no changing. */
export async function meetingToChange(tx: SchoolTx, actor: Actor, meetingId: string) {
  const row = isId(meetingId)
    ? await tx.parentMeeting.findFirst({
        where: { id: meetingId },
        include: { pupil: dateOfBirth, attendees: true, record: true },
      })
    : null
  if (!row || !parentMeetingPolicy.read(actor, row)) throw new NotFound(`meeting ${meetingId}`)
  if (!parentMeetingPolicy.record(actor, row)) throw new NotAllowed(`change meeting ${meetingId}`)
  return row
}

/** A meeting with everything a command has to know of it. */
export type MeetingToChange = Awaited<ReturnType<typeof meetingToChange>>
