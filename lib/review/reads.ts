import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { OutcomeRating, ReviewDecision } from './decision.rules'
import type { ReviewRecord } from './record.rules'
import { daysLate } from './rules'

/** The review that closed a cycle, with how each outcome went; null while there is none. */
export async function readReview(tx: SchoolTx, cycleId: string): Promise<ReviewRecord | null> {
  const row = await tx.review.findFirst({
    where: { cycleId },
    include: {
      cycle: { select: { number: true } },
      recordedBy: { select: { givenName: true, familyName: true } },
      ratings: {
        orderBy: { outcome: { position: 'asc' } },
        include: { outcome: { select: { willDo: true, target: true, unit: true } } },
      },
    },
  })
  if (!row) return null
  const [heldOn, dueOn] = [fromDateColumn(row.heldOn), fromDateColumn(row.dueOn)]
  return {
    cycleId,
    cycleNumber: row.cycle.number,
    heldOn,
    dueOn,
    daysLate: daysLate(dueOn, heldOn),
    parentViews: row.parentViews,
    parentViewsMissing: row.parentViewsMissing,
    pupilViews: row.pupilViews,
    pupilViewsMissing: row.pupilViewsMissing,
    support: row.support,
    decision: row.decision as ReviewDecision,
    decisionReason: row.decisionReason,
    recordedBy: `${row.recordedBy.givenName} ${row.recordedBy.familyName}`,
    recordedOn: schoolDay(row.recordedAt),
    outcomes: row.ratings.map(({ outcomeId, outcome, rating, attained, evidence }) => ({
      ...{ outcomeId, ...outcome, rating: rating as OutcomeRating, attained, evidence },
    })),
  }
}
