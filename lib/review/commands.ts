import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, holdCycle } from '@/lib/cycle/hold.reads'
import { type Plan, readPlan } from '@/lib/cycle/plan.reads'
import { reviewProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { schoolYearCalendar } from '@/lib/school/reads'
import { endStatusIn } from '@/lib/sen-status/commands'
import { statusPeriods } from '@/lib/sen-status/reads'
import { statusOn } from '@/lib/sen-status/rules'
import { beginWatch } from '@/lib/step-down/watch.commands'
import { needsUnchangedReason, opensNextCycle } from './decision.rules'
import { closeAndOpenNext, closeForGood } from './next.commands'
import { nextReviewDueProblem, nextStartsOnProblem } from './next.rules'
import { reviewPolicy } from './policy'
import { heldOnProblem } from './rules'
import type { ReviewForm } from './schema'
import { overtakenBy, signedProblems } from './sign-off.reads'
import { writeReview } from './write.commands'

const verdictsOf = (form: ReviewForm, plan: Plan) =>
  plan.provisions.flatMap(({ id }) => form.provisions[id] ?? [])

function problemsOf(form: ReviewForm, cycle: CycleHeader, plan: Plan, today: IsoDate): Problem[] {
  const problems: Problem[] = []
  const add = (field: string, message: string | null) => message && problems.push({ field, message })
  const heldProblem = heldOnProblem(form.heldOn, cycle, today)
  add('heldOn', heldProblem)
  plan.outcomes.forEach(({ id }, index) => {
    if (!form.ratings[id]) add(`ratings.${id}.rating`, `Select how outcome ${index + 1} went`)
  })
  plan.provisions.forEach(({ id }, index) => {
    if (!form.provisions[id])
      add(`provisions.${id}.decision`, `Select whether provision ${index + 1} continues`)
  })
  for (const invited of ['invitedFirst', 'invitedSecond'] as const)
    if ((form[invited] ?? today) > today)
      add(invited, 'The day of an invitation must be today or in the past')
  if (!heldProblem && (form.pupilAskedOn ?? form.heldOn) > form.heldOn)
    add('pupilAskedOn', 'The day the pupil was asked must be on or before the review')
  const ratings = plan.outcomes.flatMap(({ id }) => form.ratings[id]?.rating ?? [])
  if (needsUnchangedReason({ ...form, ratings, provisions: verdictsOf(form, plan) }))
    add(
      'unchangedReason',
      'Half or more of the outcomes are below expected and nothing changes: enter why the same support is given more time, or decide on a change',
    )
  if (!heldProblem && opensNextCycle(form.decision) && form.nextStartsOn && form.nextReviewDue) {
    add('nextStartsOn', nextStartsOnProblem(form.nextStartsOn, form.heldOn))
    add('nextReviewDue', nextReviewDueProblem(form.nextReviewDue, form.nextStartsOn, today))
  }
  return problems
}

/** Why this person cannot take this pupil off SEN support at a review: a decision of the SENCO or the head (6.14; 1.13). */
async function stepDownProblem(tx: SchoolTx, actor: Actor, cycle: CycleHeader, form: ReviewForm) {
  if (form.decision !== 'step-down') return null
  if (!reviewPolicy.stepDown(actor, cycle))
    return 'The SENCO or the headteacher decides that SEN support ends: save this as a draft, and ask them to sign it off'
  const status = statusOn(await statusPeriods(tx, cycle.pupilId), form.heldOn)
  if (status?.kind === 'sen-support') return null
  return status
    ? 'The pupil has an EHC plan, which only the local authority can end: select another decision'
    : 'The pupil was not on SEN support on the day of the review: select another decision'
}

/** Ends the cycle for good, SEN support with it, and begins two terms of watching (6.54). */
async function stepDown(
  tx: SchoolTx,
  actor: Actor,
  { cycle, form, reviewId }: { cycle: CycleHeader; form: ReviewForm; reviewId: string },
  now: Date,
): Promise<Outcome<{ nextCycleId: string | null }>> {
  const { heldOn } = form
  await closeForGood(tx, actor, cycle.cycleId, heldOn)
  const end = { lastDay: heldOn, reason: 'needs-met' as const, note: form.decisionReason }
  const ended = await endStatusIn(tx, actor, cycle.pupilId, end, now)
  // refused here would leave a review without its end: the form was checked above, so nobody meets this
  if (!ended.ok) throw new Error(`the status of pupil ${cycle.pupilId} did not end`)
  const { senStatusId } = ended.value
  await beginWatch(tx, actor, { pupilId: cycle.pupilId, senStatusId, reviewId, heldOn }, now)
  return { ok: true, value: { nextCycleId: null } }
}

/**
 * Records the review (6.53, 6.54) and shares it with the parents, closes the cycle on the day it was held and, unless
 * support is no longer needed, opens the next one with what goes on: all of it or nothing.
 */
export function recordReview(
  actor: Actor,
  cycleId: string,
  version: number,
  form: ReviewForm,
  now: Date,
): Promise<Outcome<{ nextCycleId: string | null }>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await holdCycle(tx, actor, cycleId, reviewPolicy.record, version)
    const problem = reviewProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    if (cycle.reviewDue === null)
      return refuse('form', 'This plan has no agreed review date, so it cannot be reviewed (6.53)')
    const overtaken = await overtakenBy(tx, cycleId, form.draftVersion)
    if (overtaken) return refuse('form', overtaken)
    const calendar = await schoolYearCalendar(tx, actor.schoolId, form.heldOn)
    const plan = await readPlan(tx, { cycleId }, calendar, form.heldOn)
    if (!plan) throw new Error(`cycle ${cycleId} has no plan`)
    const mayNot = await stepDownProblem(tx, actor, cycle, form)
    const problems = [
      ...problemsOf(form, cycle, plan, today),
      ...(mayNot ? [{ field: 'decision', message: mayNot }] : []),
      ...(await signedProblems(tx, form, form.heldOn)),
    ]
    if (problems.length > 0) return { ok: false, problems }

    const reviewId = await writeReview(tx, actor, { cycle, dueOn: cycle.reviewDue, form, plan }, now)
    const entry = { subjectId: reviewId, pupilId: cycle.pupilId }
    await audit(tx, actor, { action: 'review.recorded', ...entry, details: { decision: form.decision } }, now)
    const { nextStartsOn, nextReviewDue } = form
    if (!opensNextCycle(form.decision) || nextStartsOn === null || nextReviewDue === null)
      return stepDown(tx, actor, { cycle, form, reviewId }, now)
    const outcomes = await tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const dates = { heldOn: form.heldOn, nextStartsOn, nextReviewDue }
    const nextCycleId = await closeAndOpenNext(tx, actor, cycle, { ...form, ...dates }, outcomes)
    await audit(tx, actor, { action: 'cycle.started', subjectId: nextCycleId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { nextCycleId } }
  })
}
