import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, holdCycle } from '@/lib/cycle/hold.reads'
import { reviewProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { opensNextCycle } from './decision.rules'
import { closeAndOpenNext, closeForGood } from './next.commands'
import { nextReviewDueProblem, nextStartsOnProblem } from './next.rules'
import { reviewPolicy } from './policy'
import { heldOnProblem } from './rules'
import type { ReviewForm } from './schema'

function problemsOf(
  form: ReviewForm,
  cycle: CycleHeader,
  outcomes: readonly { id: string }[],
  now: Date,
): Problem[] {
  const today = schoolDay(now)
  const problems: Problem[] = []
  const add = (field: string, message: string | null) => message && problems.push({ field, message })
  const heldProblem = heldOnProblem(form.heldOn, cycle, today)
  add('heldOn', heldProblem)
  outcomes.forEach(({ id }, index) => {
    if (!form.ratings[id]) add(`ratings.${id}.rating`, `Select how outcome ${index + 1} went`)
  })
  if (!heldProblem && opensNextCycle(form.decision) && form.nextStartsOn && form.nextReviewDue) {
    add('nextStartsOn', nextStartsOnProblem(form.nextStartsOn, form.heldOn))
    add('nextReviewDue', nextReviewDueProblem(form.nextReviewDue, form.nextStartsOn, today))
  }
  return problems
}

async function write(
  tx: SchoolTx,
  actor: Actor,
  cycle: CycleHeader,
  dueOn: Date,
  form: ReviewForm,
  outcomes: readonly { id: string }[],
  now: Date,
) {
  const own = { schoolId: actor.schoolId, pupilId: cycle.pupilId }
  const review = await tx.review.create({
    data: {
      ...own,
      cycleId: cycle.cycleId,
      dueOn,
      heldOn: toDateColumn(form.heldOn),
      parentViews: form.parentViews,
      parentViewsMissing: form.parentViewsMissing,
      pupilViews: form.pupilViews,
      pupilViewsMissing: form.pupilViewsMissing,
      support: form.support,
      decision: form.decision,
      decisionReason: form.decisionReason,
      recordedById: actor.membershipId,
      recordedAt: now,
      sharedAt: now,
    },
  })
  await tx.outcomeRating.createMany({
    data: outcomes.flatMap(({ id }) => {
      const given = form.ratings[id]
      return given ? [{ ...own, ...given, reviewId: review.id, outcomeId: id, sharedAt: now }] : []
    }),
  })
  return review.id
}

/**
 * Records the review (6.53, 6.54) and shares it with the parents, closes the cycle on the day it was held and, unless
 * support is no longer needed, opens the next one with what was not reached: all of it or nothing.
 */
export function recordReview(
  actor: Actor,
  cycleId: string,
  version: number,
  form: ReviewForm,
  now: Date,
): Promise<Outcome<{ nextCycleId: string | null }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, reviewPolicy.record, version)
    const problem = reviewProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    if (cycle.reviewDue === null)
      return refuse('form', 'This plan has no agreed review date, so it cannot be reviewed (6.53)')
    const outcomes = await tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const problems = problemsOf(form, cycle, outcomes, now)
    if (problems.length > 0) return { ok: false, problems }

    const reviewId = await write(tx, actor, cycle, toDateColumn(cycle.reviewDue), form, outcomes, now)
    const entry = { subjectId: reviewId, pupilId: cycle.pupilId }
    await audit(tx, actor, { action: 'review.recorded', ...entry, details: { decision: form.decision } }, now)
    const { nextStartsOn, nextReviewDue } = form
    if (!opensNextCycle(form.decision) || nextStartsOn === null || nextReviewDue === null) {
      await closeForGood(tx, actor, cycleId, form.heldOn)
      return { ok: true, value: { nextCycleId: null } }
    }
    const dates = { heldOn: form.heldOn, nextStartsOn, nextReviewDue }
    const nextCycleId = await closeAndOpenNext(tx, actor, cycle, { ...form, ...dates }, outcomes)
    await audit(tx, actor, { action: 'cycle.started', subjectId: nextCycleId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { nextCycleId } }
  })
}
