import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { CycleStage } from './rules'

/** A pupil as the page and the command that start a cycle see them; null where there is no such pupil for this person. */
export async function pupilToStart(tx: SchoolTx, pupilId: string, today: IsoDate) {
  const day = toDateColumn(today)
  const pupil = await tx.pupil.findFirst({
    where: { id: pupilId },
    select: {
      givenName: true,
      familyName: true,
      preferredName: true,
      onRollUntil: true,
      statuses: {
        where: { fromOn: { lte: day }, OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
        select: { fromOn: true },
        take: 1,
      },
      cycles: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, number: true, stage: true, closedOn: true },
      },
    },
  })
  if (!pupil) return null
  const last = pupil.cycles[0]
  const givenName = pupil.preferredName ?? pupil.givenName
  return {
    givenName,
    name: `${givenName} ${pupil.familyName}`,
    isOnRegister: pupil.statuses.length > 0,
    isOnRoll: pupil.onRollUntil === null || fromDateColumn(pupil.onRollUntil) >= today,
    last: last
      ? {
          id: last.id,
          number: last.number,
          stage: last.stage as CycleStage,
          closedOn: fromDateColumnOrNull(last.closedOn),
        }
      : null,
  }
}
