import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { bringToMeeting } from '@/lib/parent-point/keeping.commands'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/outcome'
import type { HeldForm } from './held.schema'
import type { MeetingToChange } from './loading.reads'
import { arrangedOnProblem } from './record.rules'

/** Why the next meeting cannot be booked from this one (6.65): it has to lie ahead, and at a time. */
export function nextProblem({ nextOn, nextAt }: HeldForm, today: IsoDate): Problem | null {
  if (nextOn === null)
    return nextAt === null ? null : { field: 'nextOn', message: 'Enter the date of the next meeting' }
  if (nextOn <= today) return { field: 'nextOn', message: 'Date of the next meeting must be in the future' }
  const problem = arrangedOnProblem(nextOn, nextAt, today)
  return problem && { field: problem.field === 'on' ? 'nextOn' : 'nextAt', message: problem.message }
}

/**
 * Books the next meeting while everybody has their diary open: with the parents who came, led by whoever led, as long and
 * in the same way as this one. Answers when it is in words; nothing where no day was named.
 */
export async function bookNext(
  tx: SchoolTx,
  actor: Actor,
  meeting: MeetingToChange,
  { form, offered }: { form: HeldForm; offered: readonly string[] },
  now: Date,
): Promise<string | null> {
  const { nextOn, nextAt } = form
  if (nextOn === null || nextAt === null) return null
  const { pupilId } = meeting
  const id = v7()
  await tx.parentMeeting.create({
    data: {
      schoolId: actor.schoolId,
      id,
      pupilId,
      heldOn: toDateColumn(nextOn),
      at: nextAt,
      format: form.format,
      place: meeting.place,
      plannedMinutes: meeting.plannedMinutes,
      purpose: 'review',
      ledById: form.ledById,
      formKey: v7(),
      createdAt: now,
    },
  })
  const invited = [...new Set(form.came)].filter((contactId) => offered.includes(contactId))
  if (invited.length > 0)
    await tx.meetingAttendee.createMany({
      data: invited.map((contactId) => ({ schoolId: actor.schoolId, meetingId: id, pupilId, contactId })),
    })
  await bringToMeeting(tx, { id, pupilId }, invited)
  const details = { invited: invited.length, bookedFrom: meeting.id }
  await audit(tx, actor, { action: 'parent-meeting.arranged', subjectId: id, pupilId, details }, now)
  return `${weekdayDate(nextOn)}, ${timeOfDay(nextAt)}`
}
