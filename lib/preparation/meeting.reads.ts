import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat, ParentMeetingStatus } from '@/lib/parent-meeting/counting.rules'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'

/** Where a meeting is found: about whom, and which. */
export type Place = { pupilId: string; meetingId: string }

/** When, where and how long, and what was said about it in the invitation. */
export type MeetingToPrepare = {
  id: string
  status: ParentMeetingStatus
  on: IsoDate
  at: string | null
  format: ParentMeetingFormat
  place: string | null
  minutes: number
  purpose: MeetingPurpose
  hasLeader: boolean
  noteTaker: string | null
  papers: string | null
  papersSentOn: IsoDate | null
  pupilInvited: boolean
  prepared: { by: string; on: IsoDate } | null
}

/** The meeting a page prepares; one of another pupil, or that this person may not see, is not there. */
export async function meetingToPrepare(
  tx: SchoolTx,
  { pupilId, meetingId }: Place,
): Promise<MeetingToPrepare> {
  const row = isId(meetingId)
    ? await tx.parentMeeting.findFirst({
        where: { id: meetingId, pupilId },
        include: {
          arrangement: true,
          // Of who prepared it a parent is shown nothing.
          preparation: { include: { preparedBy: { select: { givenName: true, familyName: true } } } },
        },
      })
    : null
  if (!row) throw new NotFound(`meeting ${meetingId}`)
  const { arrangement, preparation } = row
  return {
    id: row.id,
    status: row.status as ParentMeetingStatus,
    on: fromDateColumn(row.heldOn),
    at: row.at,
    format: row.format as ParentMeetingFormat,
    place: row.place,
    minutes: row.plannedMinutes,
    purpose: row.purpose as MeetingPurpose,
    hasLeader: row.ledById !== null,
    noteTaker: arrangement?.noteTaker ?? null,
    papers: arrangement?.papers ?? null,
    papersSentOn: fromDateColumnOrNull(arrangement?.papersSentOn ?? null),
    pupilInvited: arrangement?.pupilInvited ?? false,
    prepared: preparation && {
      by: `${preparation.preparedBy.givenName} ${preparation.preparedBy.familyName}`,
      on: schoolDay(preparation.preparedAt),
    },
  }
}
