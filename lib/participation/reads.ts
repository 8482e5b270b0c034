import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Activity, Joined, ParticipationNote } from './rules'

/** How a pupil joined in since a day, the newest first. */
export async function participationSince(
  tx: SchoolTx,
  pupilId: string,
  firstDay: IsoDate,
): Promise<ParticipationNote[]> {
  const rows = await tx.participationNote.findMany({
    where: { pupilId, happenedOn: { gte: toDateColumn(firstDay) } },
    orderBy: [{ happenedOn: 'desc' }, { writtenAt: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, happenedOn: true, activity: true, what: true, joined: true },
      ...{ minutes: true, why: true, changed: true },
      writtenBy: { select: { givenName: true, familyName: true } },
    },
  })
  return rows.map(({ happenedOn, activity, joined, writtenBy, ...row }) => ({
    ...row,
    on: fromDateColumn(happenedOn),
    activity: activity as Activity,
    joined: joined as Joined,
    by: `${writtenBy.givenName} ${writtenBy.familyName}`,
  }))
}
