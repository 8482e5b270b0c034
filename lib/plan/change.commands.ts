import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { planToActivate } from '@/lib/cycle/activation.reads'
import { missingBeforeActivation } from '@/lib/cycle/activation.rules'
import { workAsPublished, workInChange } from '@/lib/cycle/change.reads'
import { holdCycle } from '@/lib/cycle/hold.reads'
import { cyclePolicy } from '@/lib/cycle/policy'
import { CLOSED, isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { keepStanding } from './agreement.commands'
import { agreementsOf } from './agreement.reads'
import { careChanged, withDraftedCare } from './care.reads'
import { appliesFromProblem } from './change.rules'
import type { PublishForm } from './change.schema'
import { contentChanges } from './compare.words'
import { readContent } from './content.reads'
import { standingVersion } from './first.commands'
import { keepVersion, latestOfCycle } from './versions.reads'

const NOT_IN_FORCE = 'The plan is not in force yet: its draft can be changed as it is'
const NO_CHANGE = 'No change of this plan is being written any more'

/**
 * Opens a change of a plan in force: a draft of its next version beside it, which staff and family go on not seeing
 * until it is published (P30). Opened twice, it is one.
 */
export function openChange(actor: Actor, cycleId: string, now: Date): Promise<Outcome<{ changeId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, cyclePolicy.write)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    if (!isInForce(cycle.stage)) return refuse('form', NOT_IN_FORCE)
    const open = await tx.planChange.findFirst({ where: { cycleId, ended: null }, select: { id: true } })
    if (open) return { ok: true, value: { changeId: open.id } }
    await standingVersion(tx, actor, cycle, now)
    const { aspirations, inEveryLesson, atHome, responsibleId } = await tx.cycle.findFirstOrThrow({
      where: { id: cycleId },
    })
    const { id } = await tx.planChange.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId: cycle.pupilId, cycleId },
        ...{ openedAt: now, openedById: actor.membershipId },
        ...{ aspirations, inEveryLesson, atHome, responsibleId },
      },
      select: { id: true },
    })
    await tx.$executeRaw`SELECT app.draft_plan_change(${id}::uuid)`
    await audit(tx, actor, { action: 'plan.change-opened', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { changeId: id } }
  })
}

/** The open change of a cycle, held until this act is done; the id must be the one that the page showed. */
async function holdChange(tx: SchoolTx, actor: Actor, cycleId: string, changeId: string) {
  const cycle = await holdCycle(tx, actor, cycleId, cyclePolicy.activate)
  const open = await tx.planChange.findFirst({
    where: { id: changeId, cycleId, ended: null },
    select: { aspirations: true, inEveryLesson: true, atHome: true, responsibleId: true },
  })
  return { cycle, open }
}

const endChange = async (
  tx: SchoolTx,
  actor: Actor,
  id: string,
  ended: 'published' | 'dropped',
  now: Date,
) => {
  const done = { ended, endedAt: now, endedById: actor.membershipId }
  const { count } = await tx.planChange.updateMany({ where: { id, ended: null }, data: done })
  if (count === 0) throw new ChangedElsewhere(`change ${id}`)
}

/**
 * Publishes a change as the next version of the plan, with its reason and the day it applies from: from now on everyone
 * reads it, the family too (6.48, 6.49, P30). Refused with each thing that a plan in force must not lack.
 */
export function publishChange(
  actor: Actor,
  { cycleId, changeId }: { cycleId: string; changeId: string },
  form: PublishForm,
  now: Date,
): Promise<Outcome<{ number: number }>> {
  return asActor(actor, async (tx) => {
    const { cycle, open } = await holdChange(tx, actor, cycleId, changeId)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    if (!open) return refuse('form', NO_CHANGE)
    const today = schoolDay(now)
    const before = await latestOfCycle(tx, cycleId)
    if (!before) throw new Error(`change ${changeId} was opened without a first version`)
    const { reviewDue } = cycle
    const message = appliesFromProblem(form.appliesFrom, {
      inForceFrom: before.appliesFrom,
      reviewDue,
      today,
    })
    if (message) return refuse('appliesFrom', message)

    await workInChange(tx, { id: changeId, cycleId })
    const plan = await planToActivate(tx, { ...cycle, changeId }, today)
    // Everyone was asked before the plan came into force; about a change they are asked as it needs.
    const missing = missingBeforeActivation({ ...plan, agreement: ASKED_BEFORE, suggestions: [] })
    const problems = missing.map(({ item, paragraph, message }) => ({
      field: item,
      message: `${message} (${paragraph})`,
    }))
    if (problems.length > 0) return { ok: false, problems }
    const agreement = agreementsOf(plan.agreement.parties)
    const draft = await readContent(tx, cycleId, agreement, today)
    const isSeen =
      draft && contentChanges(before.content, await withDraftedCare(tx, cycleId, draft)).length > 0
    // Whoever publishes may not see that personal care changes; that it does is enough (P44).
    if (!isSeen && !(await careChanged(tx, changeId)))
      return refuse(
        'form',
        'Nothing of the plan is different yet. Change something first, or drop this change',
      )

    await workAsPublished(tx)
    await tx.$executeRaw`SELECT app.publish_plan_change(${changeId}::uuid, ${now}::timestamptz)`
    await tx.cycle.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: cycleId } },
      data: {
        ...open,
        version: { increment: 1 },
        everyDayVersion: { increment: 1 },
        responsibleVersion: { increment: 1 },
      },
    })
    await endChange(tx, actor, changeId, 'published', now)
    await keepStanding(tx, cycle, today)
    const { pupilId } = cycle
    const kept = await keepVersion(tx, actor, { cycleId, pupilId, ...form, agreement }, now)
    const trace = { subjectId: kept.id, pupilId, details: { number: kept.number } }
    await audit(tx, actor, { action: 'plan.published', ...trace }, now)
    return { ok: true, value: { number: kept.number } }
  })
}

const ASKED_BEFORE = { parties: [], earlier: { parents: '', pupil: '' }, isYoungPerson: true }

/** Drops a change that was not published: the plan is, as it was for everybody all along, the published one. */
export function dropChange(
  actor: Actor,
  { cycleId, changeId }: { cycleId: string; changeId: string },
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { cycle, open } = await holdChange(tx, actor, cycleId, changeId)
    if (!open) return refuse('form', NO_CHANGE)
    await endChange(tx, actor, changeId, 'dropped', now)
    await audit(
      tx,
      actor,
      { action: 'plan.change-dropped', subjectId: changeId, pupilId: cycle.pupilId },
      now,
    )
    return { ok: true, value: null }
  })
}
