import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { MeetingToChange } from '@/lib/parent-meeting/loading.reads'
import { meetingStaff } from '@/lib/parent-meeting/people.reads'
import type { SchoolTx } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/outcome'
import type { WayToAsk } from './rules'

type Chosen = { id: string; way: WayToAsk }

/** Only parents who are asked to the meeting, and are not shut out now or on its day; and an email needs an address. */
export async function parentProblems(
  tx: SchoolTx,
  meeting: MeetingToChange,
  chosen: readonly Chosen[],
  { today, on }: { today: IsoDate; on: IsoDate },
): Promise<Problem[]> {
  const family = await familyOf(tx, meeting.pupilId)
  const withAddress = new Set(
    (
      await tx.contact.findMany({
        where: { id: { in: chosen.map(({ id }) => id) }, email: { not: null } },
        select: { id: true },
      })
    ).map(({ id }) => id),
  )
  return chosen.flatMap(({ id, way }): Problem[] => {
    const tie = family.find(({ contactId }) => contactId === id)
    const isAsked = meeting.attendees.some(({ contactId }) => contactId === id)
    if (!tie || !isAsked || !isEntitled(tie, today) || !isEntitled(tie, on))
      return [{ field: 'form', message: 'Open the page again: the list of parents has changed' }]
    if (way === 'email' && !withAddress.has(id))
      return [{ field: `by.${id}`, message: `There is no email address of ${tie.name}: choose another way` }]
    return []
  })
}

/** Only staff who work here today can be brought along. */
export async function staffProblems(
  tx: SchoolTx,
  meeting: MeetingToChange,
  staff: readonly string[],
  today: IsoDate,
): Promise<Problem[]> {
  if (staff.length === 0) return []
  const here = new Set((await meetingStaff(tx, meeting.pupilId, today)).map(({ id }) => id))
  return staff.every((id) => here.has(id)) ? [] : [{ field: 'staff', message: 'Select staff from the list' }]
}

/** Names the staff who will be there, at the meeting of each sibling who is met. */
export async function bringStaff(
  tx: SchoolTx,
  { schoolId, ledById }: MeetingToChange,
  appointment: readonly { id: string; pupilId: string }[],
  staff: readonly string[],
): Promise<void> {
  if (staff.length === 0) return
  const there = await tx.meetingAttendee.findMany({
    where: { meetingId: { in: appointment.map(({ id }) => id) }, membershipId: { not: null } },
    select: { meetingId: true, membershipId: true },
  })
  const isThere = (meetingId: string, id: string) =>
    there.some((one) => one.meetingId === meetingId && one.membershipId === id)
  await tx.meetingAttendee.createMany({
    data: appointment.flatMap(({ id: meetingId, pupilId }) =>
      [...new Set(staff)]
        .filter((id) => id !== ledById && !isThere(meetingId, id))
        .map((membershipId) => ({ schoolId, meetingId, pupilId, membershipId })),
    ),
    skipDuplicates: true,
  })
}
