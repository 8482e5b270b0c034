import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type ListedPoint, listForMeeting, type PointOutcome } from './answer.rules'
import { parentPoints } from './reads'

/**
 * What the parents asked to a meeting have on their list there, with what became of it: of two parents seen apart only what
 * the one who is asked brought. A parent reads their own. Five statements, however long the list.
 */
export async function pointsAtMeeting(
  tx: SchoolTx,
  { pupilId, meetingId }: { pupilId: string; meetingId: string },
  today: IsoDate,
): Promise<ListedPoint[]> {
  const meetings = await tx.parentMeeting.findMany({
    where: { pupilId },
    select: { id: true, heldOn: true, status: true, attendees: { select: { contactId: true } } },
  })
  const here = meetings.find(({ id }) => id === meetingId)
  if (!here) return []
  const points = await parentPoints(tx, { pupilId }, today)
  const answers = await tx.parentPointAnswer.findMany({
    where: { pupilId },
    select: {
      pointId: true,
      meetingId: true,
      outcome: true,
      words: true,
      carriedTo: true,
      recordedAt: true,
    },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const plain = ({ id, heldOn, status }: (typeof meetings)[number]) => ({
    id,
    on: fromDateColumn(heldOn),
    status,
  })
  return listForMeeting(
    { ...plain(here), contactIds: here.attendees.flatMap(({ contactId }) => contactId ?? []) },
    points,
    answers.map(({ recordedAt, outcome, ...answer }) => ({
      ...answer,
      outcome: outcome as PointOutcome,
      recordedOn: schoolDay(recordedAt),
    })),
    meetings.map(plain),
  )
}
