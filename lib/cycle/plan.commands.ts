import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { keepVersion } from '@/lib/plan/versions.reads'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { planToActivate } from './activation.reads'
import { missingBeforeActivation } from './activation.rules'
import { type CycleHeader, holdCycle } from './hold.reads'
import { cyclePolicy, RESPONSIBLE_ROLES } from './policy'
import { reviewDueProblem } from './review-date.rules'
import { mayMoveStage } from './rules'
import type { ConsultationForm, EveryDayForm, ResponsibleForm } from './schema'
import { draftProblem } from './writing.rules'

type Change = Parameters<SchoolTx['cycle']['update']>[0]['data']

type Check = (tx: SchoolTx, cycle: CycleHeader) => Promise<Problem | null>

// One page of the plan, kept as a draft: the cycle's own version says whether someone else was quicker.
function keep(
  actor: Actor,
  cycleId: string,
  version: number,
  data: Change,
  now: Date,
  check?: Check,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, cyclePolicy.write, version)
    const problem = draftProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const refused = await check?.(tx, cycle)
    if (refused) return { ok: false, problems: [refused] }
    await tx.cycle.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: cycleId } },
      data: { ...data, version: { increment: 1 } },
    })
    const details = { fields: Object.keys(data) }
    await audit(
      tx,
      actor,
      { action: 'plan.drafted', subjectId: cycleId, pupilId: cycle.pupilId, details },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Keeps what holds in every lesson and at home, and what pupil and parents hope for (6.37, 6.51). */
export const saveEveryDay = (
  actor: Actor,
  cycleId: string,
  version: number,
  form: EveryDayForm,
  now: Date,
): Promise<Outcome<null>> => keep(actor, cycleId, version, form, now)

/** Keeps how the parents and the pupil were consulted on the plan (6.48). */
export const saveConsultation = (
  actor: Actor,
  cycleId: string,
  version: number,
  form: ConsultationForm,
  now: Date,
): Promise<Outcome<null>> => keep(actor, cycleId, version, form, now)

async function mayBeResponsible(tx: SchoolTx, membershipId: string, now: Date) {
  const day = toDateColumn(schoolDay(now))
  const member = await tx.membership.findFirst({
    where: {
      id: membershipId,
      role: { in: [...RESPONSIBLE_ROLES] },
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    select: { id: true },
  })
  return member !== null
}

const NOT_RESPONSIBLE = {
  field: 'responsibleId',
  message: 'Select a teacher, the SENCO or the headteacher: an assistant cannot be responsible (6.36)',
}

/** Keeps the one teacher who answers for the plan, never an assistant (6.36), and the agreed review date (6.48). */
export function saveResponsible(
  actor: Actor,
  cycleId: string,
  version: number,
  { responsibleId, reviewDue }: ResponsibleForm,
  now: Date,
): Promise<Outcome<null>> {
  const data = { responsibleId, reviewDue: toDateColumnOrNull(reviewDue) }
  return keep(actor, cycleId, version, data, now, async (tx, cycle) => {
    if (responsibleId !== null && !(await mayBeResponsible(tx, responsibleId, now))) return NOT_RESPONSIBLE
    const message = reviewDue && reviewDueProblem(reviewDue, cycle, schoolDay(now))
    return message ? { field: 'reviewDue', message } : null
  })
}

/**
 * Brings the plan into force and shares it, its outcomes and its provision with the parents (6.48). Refused with each
 * thing that is missing. What comes into force is kept as the first version, which never changes (6.49).
 */
export function activatePlan(
  actor: Actor,
  cycleId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, cyclePolicy.activate, version)
    const problem = draftProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    if (!mayMoveStage(cycle.stage, 'do', 'plan-activated'))
      return refuse('form', 'Agree the assessment first: go to the plan from the Assess page (6.45)')
    const today = schoolDay(now)
    const missing = missingBeforeActivation(await planToActivate(tx, cycleId, today))
    const dateProblem = cycle.reviewDue && reviewDueProblem(cycle.reviewDue, cycle, today)
    const problems = [
      ...missing.map(({ item, paragraph, message }) => ({
        field: item,
        message: `${message} (${paragraph})`,
      })),
      ...(dateProblem ? [{ field: 'reviewDue', message: `${dateProblem} (6.48)` }] : []),
    ]
    if (problems.length > 0) return { ok: false, problems }

    const own = { schoolId: actor.schoolId, cycleId }
    const shared = { data: { sharedAt: now } }
    await tx.outcome.updateMany({ where: { ...own, removedAt: null }, ...shared })
    await tx.provision.updateMany({ where: { ...own, removedAt: null }, ...shared })
    await tx.assessment.updateMany({ where: own, ...shared })
    await tx.planLine.updateMany({ where: { ...own, removedAt: null }, ...shared })
    // Personal care is shared with the family by whoever brings the plan into force, seen by them or not (P44).
    await tx.$executeRaw`SELECT app.share_care(${cycleId}::uuid, ${now}::timestamptz)`
    await tx.cycle.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: cycleId } },
      data: { stage: 'do', activatedOn: toDateColumn(today), sharedAt: now, version: { increment: 1 } },
    })
    const { pupilId } = cycle
    await keepVersion(tx, actor, { cycleId, pupilId, appliesFrom: today, reason: null, agreement: [] }, now)
    await audit(tx, actor, { action: 'plan.activated', subjectId: cycleId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}
