import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, type StoredNow } from '@/lib/platform/errors'
import { agreementsOf } from '@/lib/plan/agreement.reads'
import { keepVersion } from '@/lib/plan/versions.reads'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { planToActivate } from './activation.reads'
import { missingBeforeActivation } from './activation.rules'
import { type CycleHeader, holdCycle, holdPlan } from './hold.reads'
import { cyclePolicy, RESPONSIBLE_ROLES } from './policy'
import { reviewDueProblem } from './review-date.rules'
import { mayMoveStage } from './rules'
import type { EveryDayForm, ResponsibleForm } from './schema'
import { everyDayParts, responsibleParts } from './section.words'
import { draftProblem } from './writing.rules'

type Draft = {
  aspirations?: string | null
  inEveryLesson?: string | null
  atHome?: string | null
  responsibleId?: string | null
}

type Section = {
  /** Whose version says whether someone else was quicker. */
  version: 'everyDayVersion' | 'responsibleVersion'
  parts: (
    plan: Parameters<typeof everyDayParts>[0] & Parameters<typeof responsibleParts>[0],
  ) => StoredNow['parts']
}

const EVERY_DAY: Section = { version: 'everyDayVersion', parts: everyDayParts }
const RESPONSIBLE: Section = { version: 'responsibleVersion', parts: responsibleParts }

const STORED = {
  aspirations: true,
  inEveryLesson: true,
  atHome: true,
  everyDayVersion: true,
  responsibleVersion: true,
  responsible: { select: { givenName: true, familyName: true } },
} as const

// Read again by whoever was overtaken, beside what they typed: in the draft of a change, or of the plan itself.
async function overtaken(
  tx: SchoolTx,
  { cycleId, changeId }: CycleHeader,
  section: Section,
): Promise<ChangedElsewhere> {
  const cycle = await tx.cycle.findFirstOrThrow({
    where: { id: cycleId },
    select: { ...STORED, reviewDue: true },
  })
  const draft = changeId
    ? await tx.planChange.findFirstOrThrow({ where: { id: changeId }, select: STORED })
    : cycle
  const responsible = draft.responsible && {
    name: `${draft.responsible.givenName} ${draft.responsible.familyName}`,
  }
  const parts = section.parts({ ...draft, responsible, reviewDue: fromDateColumnOrNull(cycle.reviewDue) })
  return new ChangedElsewhere(`plan of cycle ${cycleId}`, { version: draft[section.version], parts })
}

type Check = (tx: SchoolTx, cycle: CycleHeader) => Promise<Problem | null>

// One section of the plan, kept as a draft. Each has its own version: two people in different ones do not meet.
function keep(
  actor: Actor,
  cycleId: string,
  section: Section,
  version: number,
  draft: Draft,
  reviewDue: IsoDate | null | undefined,
  now: Date,
  check?: Check,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, cyclePolicy.write)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const refused = await check?.(tx, cycle)
    if (refused) return { ok: false, problems: [refused] }
    const own = { schoolId: actor.schoolId, [section.version]: version }
    const data = { ...draft, [section.version]: { increment: 1 } }
    // The review date of a plan in force is moved by an act of its own.
    const due = reviewDue === undefined ? {} : { reviewDue: toDateColumnOrNull(reviewDue) }
    const kept = cycle.changeId
      ? await tx.planChange.updateMany({ where: { ...own, id: cycle.changeId }, data })
      : await tx.cycle.updateMany({
          where: { ...own, id: cycleId },
          data: { ...data, ...due, version: { increment: 1 } },
        })
    if (kept.count === 0) throw await overtaken(tx, cycle, section)
    const details = { fields: [...Object.keys(draft), ...Object.keys(cycle.changeId ? {} : due)] }
    const trace = { subjectId: cycleId, pupilId: cycle.pupilId, details }
    await audit(tx, actor, { action: 'plan.drafted', ...trace }, now)
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
): Promise<Outcome<null>> => keep(actor, cycleId, EVERY_DAY, version, form, undefined, now)

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
  return keep(actor, cycleId, RESPONSIBLE, version, { responsibleId }, reviewDue, now, async (tx, cycle) => {
    if (responsibleId !== null && !(await mayBeResponsible(tx, responsibleId, now))) return NOT_RESPONSIBLE
    const message = reviewDue && !cycle.changeId && reviewDueProblem(reviewDue, cycle, schoolDay(now))
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
    const plan = await planToActivate(tx, cycle, today)
    const missing = missingBeforeActivation(plan)
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
    const agreement = agreementsOf(plan.agreement.parties)
    await keepVersion(tx, actor, { cycleId, pupilId, appliesFrom: today, reason: null, agreement }, now)
    await audit(tx, actor, { action: 'plan.activated', subjectId: cycleId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}
