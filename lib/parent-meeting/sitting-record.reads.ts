import 'server-only'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentMeetingFormat } from './counting.rules'
import type { SittingSoFar } from './sitting-record.rules'

/** What was said of who came when a brother's or sister's part was recorded; nothing where none was. */
export async function sittingSoFar(tx: SchoolTx, meetingId: string): Promise<SittingSoFar | null> {
  const here = await tx.parentMeeting.findFirst({ where: { id: meetingId }, select: { sittingId: true } })
  if (!here?.sittingId) return null
  const first = await tx.parentMeeting.findFirst({
    where: { sittingId: here.sittingId, status: 'held', id: { not: meetingId } },
    select: {
      heldOn: true,
      format: true,
      ledById: true,
      noteTaker: true,
      attendees: {
        where: { came: true },
        select: { contactId: true, membershipId: true, cameLate: true, leftEarly: true },
      },
    },
    orderBy: { id: 'asc' },
  })
  if (!first) return null
  const ids = (people: typeof first.attendees) =>
    people.flatMap(({ contactId, membershipId }) => contactId ?? membershipId ?? [])
  return {
    came: first.attendees.flatMap(({ contactId }) => contactId ?? []),
    staff: first.attendees.flatMap(({ membershipId }) => membershipId ?? []),
    late: ids(first.attendees.filter(({ cameLate }) => cameLate)),
    left: ids(first.attendees.filter(({ leftEarly }) => leftEarly)),
    ledById: first.ledById,
    noteTaker: first.noteTaker,
    on: fromDateColumn(first.heldOn),
    format: first.format as ParentMeetingFormat,
  }
}
