import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { claimPupil, type DecidedPupil, pupilToDecide } from './decide.commands'
import { applyNeeds } from './needs.commands'
import { needProblems, needSteps, type RankedNeed, withMainNeed } from './needs.rules'
import { needTypes } from './reads'
import { standingStatus, statusEndProblem, type StatusKind, statusStart } from './rules'
import type { EhcPlanForm, EndStatusForm, SenSupportForm } from './schema'
import { endReasonWords, senReasonWords } from './words'

type Decision = { kind: StatusKind; from: IsoDate; reason: string | null; main: RankedNeed }

/** Puts a pupil on SEN support, with why; an EHC plan that stands ends the day before (6.14 to 6.24, P01). */
export function startSenSupport(
  actor: Actor,
  pupilId: string,
  version: number,
  form: SenSupportForm,
  now: Date,
): Promise<Outcome<null>> {
  const reasons = form.reasons.map((reason) => senReasonWords[reason]).join('; ')
  return startStatus(
    actor,
    pupilId,
    version,
    { kind: 'sen-support', from: form.fromOn, reason: `${reasons}.\n${form.note}`, main: mainOf(form) },
    now,
  )
}

/** Records the EHC plan the local authority made; SEN support that stands ends the day before (domain.md 3.1, C13). */
export function recordEhcPlan(
  actor: Actor,
  pupilId: string,
  version: number,
  form: EhcPlanForm,
  now: Date,
): Promise<Outcome<null>> {
  return startStatus(
    actor,
    pupilId,
    version,
    { kind: 'ehc-plan', from: form.fromOn, reason: form.note, main: mainOf(form) },
    now,
  )
}

const mainOf = (form: Pick<SenSupportForm, 'mainNeed' | 'broadArea'>): RankedNeed => ({
  code: form.mainNeed,
  broadArea: form.broadArea,
})

function startStatus(
  actor: Actor,
  pupilId: string,
  version: number,
  { kind, from, reason, main }: Decision,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDecide(tx, actor, pupilId)
    const start = statusStart(
      pupil.statuses,
      { kind, from },
      { dateOfBirth: pupil.dateOfBirth, today: schoolDay(now) },
    )
    if (!start.ok) return refuse('fromOn', start.message)
    const needs = withMainNeed(pupil.needs, main, kind)
    const [problem] = needProblems(needs, { types: await needTypes(tx), day: from, status: kind })
    if (problem) return refuse(problem.part === 'code' ? 'mainNeed' : 'broadArea', problem.message)

    await claimPupil(tx, pupil, version)
    if (start.close) await closeStatus(tx, pupil, start.close, changedTo[kind])
    const { id } = await tx.senStatus.create({
      data: { schoolId: pupil.schoolId, pupilId, status: kind, fromOn: toDateColumn(from), reason },
      select: { id: true },
    })
    await applyNeeds(tx, pupil, needSteps(pupil.needs, needs), from)
    await audit(tx, actor, { action: `${kind}.started`, subjectId: id, pupilId, details: { from } }, now)
    return { ok: true, value: null }
  })
}

const changedTo: Record<StatusKind, string> = {
  'sen-support': 'SEN support began',
  'ehc-plan': 'An EHC plan began',
}

const closeStatus = (
  tx: SchoolTx,
  pupil: DecidedPupil,
  close: { id: string; until: IsoDate },
  endReason: string,
) =>
  tx.senStatus.update({
    where: { schoolId_id: { schoolId: pupil.schoolId, id: close.id } },
    data: { untilOn: toDateColumn(close.until), endReason },
  })

/**
 * Takes a pupil off the register: the status and the needs end on the last day, and a cycle that is open is closed as it
 * stands, since there is no support left to review (6.54, P03).
 */
export function endStatus(
  actor: Actor,
  pupilId: string,
  version: number,
  form: EndStatusForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const ended = await endStatusIn(tx, actor, pupilId, { ...form, version }, now)
    return ended.ok ? { ok: true, value: null } : ended
  })
}

/** The same inside the transaction of another act: a review that steps down ends the status and itself, or neither. */
export async function endStatusIn(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  form: EndStatusForm & { version?: number },
  now: Date,
): Promise<Outcome<{ senStatusId: string }>> {
  const today = schoolDay(now)
  const pupil = await pupilToDecide(tx, actor, pupilId)
  const standing = standingStatus(pupil.statuses, today)
  if (!standing) return refuse('form', 'The pupil is not on the register, so there is nothing to end')
  const problem = statusEndProblem(standing, form.lastDay, today)
  if (problem) return refuse('lastDay', problem)

  await claimPupil(tx, pupil, form.version ?? pupil.version)
  const why = [endReasonWords[form.reason], form.note].filter((part) => part !== null).join('.\n')
  await closeStatus(tx, pupil, { id: standing.id, until: form.lastDay }, why)
  await tx.senNeed.updateMany({
    where: { schoolId: pupil.schoolId, pupilId, untilOn: null },
    data: { untilOn: toDateColumn(form.lastDay) },
  })
  await closeOpenCycle(tx, actor, pupil, form.lastDay, now)
  if (form.reason === 'left-school') await leaveRoll(tx, pupil, form.lastDay)
  const details = { lastDay: form.lastDay, reason: form.reason }
  await audit(tx, actor, { action: `${standing.kind}.ended`, subjectId: standing.id, pupilId, details }, now)
  return { ok: true, value: { senStatusId: standing.id } }
}

async function closeOpenCycle(tx: SchoolTx, actor: Actor, pupil: DecidedPupil, lastDay: IsoDate, now: Date) {
  const { schoolId, id: pupilId } = pupil
  const open = await tx.cycle.findFirst({
    where: { schoolId, pupilId, stage: { not: 'closed' } },
    select: { id: true, startedOn: true },
  })
  if (!open) return
  const last = toDateColumn(lastDay)
  await tx.cycle.update({
    where: { schoolId_id: { schoolId, id: open.id } },
    data: {
      stage: 'closed',
      closedOn: last < open.startedOn ? open.startedOn : last,
      version: { increment: 1 },
    },
  })
  await audit(
    tx,
    actor,
    { action: 'cycle.closed', subjectId: open.id, pupilId, details: { reason: 'support-ended' } },
    now,
  )
}

const leaveRoll = (tx: SchoolTx, { schoolId, id }: DecidedPupil, lastDay: IsoDate) =>
  tx.pupil.updateMany({
    where: { schoolId, id, onRollUntil: null },
    data: { onRollUntil: toDateColumn(lastDay) },
  })
