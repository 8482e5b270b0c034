import 'server-only'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { watchDays } from './rules'

type SteppedDown = { pupilId: string; senStatusId: string; reviewId: string; heldOn: IsoDate }

/** Begins the watch of two terms after SEN support ended at a review, in the transaction of that review. */
export async function beginWatch(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, senStatusId, reviewId, heldOn }: SteppedDown,
  now: Date,
): Promise<void> {
  const thisYear = await schoolYearCalendar(tx, actor.schoolId, heldOn)
  const nextYear = await schoolYearCalendar(tx, actor.schoolId, plusDays(thisYear.year.lastDay, 1))
  const days = watchDays([...thisYear.terms, ...nextYear.terms], heldOn)
  if (!days) throw new Error(`school ${actor.schoolId} has no terms after the review`)
  await tx.stepDownWatch.create({
    data: {
      ...{ schoolId: actor.schoolId, pupilId, senStatusId, reviewId },
      fromOn: toDateColumn(heldOn),
      firstCheckOn: toDateColumn(days.firstCheckOn),
      untilOn: toDateColumn(days.untilOn),
      sharedAt: now,
    },
  })
}
