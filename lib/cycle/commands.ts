import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { holdCycle } from './hold.reads'
import { cyclePolicy } from './policy'
import { type CycleStage, mayMoveStage, type StageMoveReason } from './rules'
import type { StartForm } from './schema'
import { pupilToStart } from './start.reads'
import { startedOnProblem, startProblem } from './start.rules'
import { CLOSED } from './writing.rules'

/** Starts a pupil's next cycle: numbered on from the last and linked to it, one open at a time (6.44). */
export function startCycle(
  actor: Actor,
  pupilId: string,
  form: StartForm,
  now: Date,
): Promise<Outcome<{ cycleId: string }>> {
  return asActor(actor, async (tx) => {
    const subject = { schoolId: actor.schoolId, pupilId }
    if (!cyclePolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    if (!cyclePolicy.start(actor, subject)) throw new NotAllowed(`start a cycle of pupil ${pupilId}`)
    // Two people who press "Start" in the same moment wait here for each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${pupilId}, 44))`
    const pupil = await pupilToStart(tx, pupilId, schoolDay(now))
    if (!pupil) throw new NotFound(`pupil ${pupilId}`)

    const problem = startProblem(pupil)
    if (problem) return refuse('form', problem)
    const dayProblem = startedOnProblem(form.startedOn, pupil.last, schoolDay(now))
    if (dayProblem) return refuse('startedOn', dayProblem)

    const cycle = await tx.cycle.create({
      data: {
        schoolId: actor.schoolId,
        pupilId,
        number: (pupil.last?.number ?? 0) + 1,
        previousId: pupil.last?.id ?? null,
        startedOn: toDateColumn(form.startedOn),
      },
    })
    await audit(tx, actor, { action: 'cycle.started', subjectId: cycle.id, pupilId }, now)
    return { ok: true, value: { cycleId: cycle.id } }
  })
}

type Move = { reason: StageMoveReason; to: CycleStage; action: `cycle.${string}`; refused: string }

const TO_PLAN: Move = {
  reason: 'assessment-agreed',
  to: 'plan',
  action: 'cycle.assessed',
  refused: 'The assessment of this cycle has been agreed already',
}

const TO_REVIEW: Move = {
  reason: 'review-begun',
  to: 'review',
  action: 'cycle.review-begun',
  refused: 'The review of this cycle can begin once its plan is in force',
}

async function move(
  tx: SchoolTx,
  actor: Actor,
  cycleId: string,
  version: number,
  { reason, to, action, refused }: Move,
  now: Date,
) {
  const cycle = await holdCycle(tx, actor, cycleId, cyclePolicy.write, version)
  if (cycle.stage === 'closed') return refuse('form', CLOSED)
  if (!mayMoveStage(cycle.stage, to, reason)) return refuse('form', refused)
  await tx.cycle.update({
    where: { schoolId_id: { schoolId: actor.schoolId, id: cycleId } },
    data: { stage: to, version: { increment: 1 } },
  })
  await audit(tx, actor, { action, subjectId: cycleId, pupilId: cycle.pupilId }, now)
  return { ok: true as const, value: null }
}

/** The need is understood well enough to plan for; the assessment stays open to additions until the plan begins (6.45). */
export const goToPlan = (actor: Actor, cycleId: string, version: number, now: Date): Promise<Outcome<null>> =>
  asActor(actor, (tx) => move(tx, actor, cycleId, version, TO_PLAN, now))

/** The review has begun: views are being gathered, and Do notes can still be written (6.53). */
export const beginReview = (
  actor: Actor,
  cycleId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> => asActor(actor, (tx) => move(tx, actor, cycleId, version, TO_REVIEW, now))
