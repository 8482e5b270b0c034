import 'server-only'
import { v7 } from 'uuid'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CycleHeader } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { carryLines } from '@/lib/plan-line/carry.commands'
import { carriedOn } from './next.rules'
import type { ReviewForm } from './schema'

// Both take the transaction of the review: closing one cycle and opening the next is one act (6.54).

/** Closes a cycle on the day of its review, where no other follows. */
export async function closeForGood(
  tx: SchoolTx,
  actor: Actor,
  cycleId: string,
  heldOn: IsoDate,
): Promise<void> {
  await tx.cycle.updateMany({
    where: { schoolId: actor.schoolId, id: cycleId },
    data: { stage: 'closed', closedOn: toDateColumn(heldOn), version: { increment: 1 } },
  })
}

type Reviewed = Pick<ReviewForm, 'ratings' | 'provisions'> & {
  heldOn: IsoDate
  nextStartsOn: IsoDate
  nextReviewDue: IsoDate
}
type OutcomeRow = Awaited<ReturnType<SchoolTx['outcome']['findMany']>>[number]

/**
 * Closes a cycle and opens the next: numbered on, linked, with the same responsible teacher, everyday help and hopes,
 * and as drafts the outcomes that were not reached, starting from where the pupil is now, with their provision.
 */
export async function closeAndOpenNext(
  tx: SchoolTx,
  actor: Actor,
  cycle: CycleHeader,
  reviewed: Reviewed,
  outcomes: readonly OutcomeRow[],
): Promise<string> {
  const provisions = await tx.provision.findMany({
    // Personal care is carried with the lines, unless it stops: whoever records the review may not see it (P44).
    where: { cycleId: cycle.cycleId, removedAt: null, care: false },
    orderBy: { id: 'asc' },
    include: { outcomes: { select: { outcomeId: true } } },
  })
  const carried = carriedOn({
    outcomes,
    provisions: provisions.map(({ outcomes: links, ...provision }) => ({
      ...provision,
      outcomeIds: links.map(({ outcomeId }) => outcomeId),
    })),
    ratings: reviewed.ratings,
    verdicts: reviewed.provisions,
  })
  const nextId = v7()
  // One statement: a teacher who knows the pupil only as the one responsible for this cycle is, at every
  // moment, responsible for one that is open.
  const opened = await tx.$executeRaw`
    WITH closed AS (
      UPDATE cycles SET stage = 'closed', closed_on = ${reviewed.heldOn}::date, version = version + 1
      WHERE school_id = ${actor.schoolId}::uuid AND id = ${cycle.cycleId}::uuid AND stage <> 'closed'
      RETURNING school_id, pupil_id, id, number, responsible_id, aspirations, in_every_lesson, at_home
    )
    INSERT INTO cycles (school_id, id, pupil_id, number, previous_id, stage, started_on, review_due, responsible_id,
      aspirations, in_every_lesson, at_home)
    SELECT school_id, ${nextId}::uuid, pupil_id, number + 1, id, 'assess', ${reviewed.nextStartsOn}::date,
      ${reviewed.nextReviewDue}::date, responsible_id, aspirations, in_every_lesson, at_home
    FROM closed`
  if (opened !== 1) throw new ChangedElsewhere(`cycle ${cycle.cycleId}`)

  const own = { schoolId: actor.schoolId, pupilId: cycle.pupilId, cycleId: nextId }
  const newIds = new Map(carried.outcomes.map(({ id }) => [id, v7()]))
  await tx.outcome.createMany({
    data: carried.outcomes.map((outcome, index) => {
      const attained = reviewed.ratings[outcome.id]?.attained
      return {
        ...own,
        id: newIds.get(outcome.id) ?? v7(),
        position: index + 1,
        willDo: outcome.willDo,
        measure: outcome.measure,
        unit: outcome.unit,
        baseline: attained ?? outcome.baseline,
        baselineOn: attained === undefined ? outcome.baselineOn : toDateColumn(reviewed.heldOn),
        target: outcome.target,
        why: outcome.why,
        expectedImpact: outcome.expectedImpact,
        wish: outcome.wish,
        broadAreas: outcome.broadAreas,
        longTermOutcomeId: outcome.longTermOutcomeId,
        needs: outcome.needs,
        carriedFromId: outcome.id,
      }
    }),
  })
  const lines = carried.provisions.map((provision) => ({ provision, id: v7() }))
  await tx.provision.createMany({
    data: lines.map(
      ({
        id,
        provision: { what, deliveredById, deliverer, place, minutes, perWeek, groupSize, ...kind },
      }) => ({
        ...own,
        ...{ id, what, deliveredById, deliverer, place, minutes, perWeek, groupSize },
        ...{ catalogueEntryId: kind.catalogueEntryId, form: kind.form, wave: kind.wave },
        ...{ additional: kind.additional, fromOutside: kind.fromOutside, alsoGivenBy: kind.alsoGivenBy },
        ...{ equipment: kind.equipment, inPlaceOn: kind.inPlaceOn },
      }),
    ),
  })
  await tx.provisionOutcome.createMany({
    data: lines.flatMap(({ id: provisionId, provision: { outcomeIds } }) =>
      outcomeIds.flatMap((before) => {
        const outcomeId = newIds.get(before)
        return outcomeId ? [{ schoolId: actor.schoolId, pupilId: cycle.pupilId, provisionId, outcomeId }] : []
      }),
    ),
  })
  await carryLines(tx, { before: cycle.cycleId, after: nextId })
  return nextId
}
