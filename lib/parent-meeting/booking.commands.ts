import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { bringToMeeting } from '@/lib/parent-point/keeping.commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { isEntitled } from './family.rules'
import { familyOf } from './lines.reads'
import { isSenDiscussion } from './record.rules'
import type { MoveForm } from './schema'

/** When, how and what for, as a meeting keeps it. */
export const columnsOf = (form: MoveForm) => ({
  heldOn: toDateColumn(form.on),
  at: form.at,
  format: form.format,
  place: form.place,
  plannedMinutes: form.minutes,
  purpose: form.purpose,
  isSenDiscussion: isSenDiscussion(form.purpose, form.alsoReview),
  ledById: form.ledById,
})

/** What those invited were told of when, where and how long. */
export const timesOf = (meeting: {
  heldOn: Date
  at: string | null
  format: string
  place: string | null
  plannedMinutes: number
}) => ({
  on: fromDateColumn(meeting.heldOn),
  at: meeting.at,
  format: meeting.format,
  place: meeting.place,
  minutes: meeting.plannedMinutes,
})

/** Asks parents to a meeting; what they have said beforehand comes with them. */
export async function askToMeeting(
  tx: SchoolTx,
  actor: Actor,
  meeting: { id: string; pupilId: string },
  contactIds: readonly string[],
): Promise<void> {
  if (contactIds.length === 0) return
  await tx.meetingAttendee.createMany({
    data: [...new Set(contactIds)].map((contactId) => ({
      schoolId: actor.schoolId,
      meetingId: meeting.id,
      pupilId: meeting.pupilId,
      contactId,
    })),
    skipDuplicates: true,
  })
  await bringToMeeting(tx, meeting, contactIds)
}

/** Of those invited, the ones who may be met about this pupil too: a parent of one sibling may be shut out from the other. */
export async function alsoAskedAbout(
  tx: SchoolTx,
  pupilId: string,
  { invited, on }: { invited: readonly string[]; on: IsoDate },
  today: IsoDate,
): Promise<string[]> {
  const family = await familyOf(tx, pupilId)
  return invited.filter((id) =>
    family.some((tie) => tie.contactId === id && isEntitled(tie, today) && isEntitled(tie, on)),
  )
}
