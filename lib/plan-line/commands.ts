import 'server-only'
import { audit } from '@/lib/audit/commands'
import { workInChangeOfRow } from '@/lib/cycle/change.reads'
import { holdPlan } from '@/lib/cycle/hold.reads'
import { storedParts } from '@/lib/cycle/section.words'
import { draftProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { planLinePolicy } from './policy'
import { partsOf } from './rules'
import type { PlanLineForm } from './schema'

// A part that its kind does not have is not kept, though a browser sent it.
const columnsOf = ({ kind, words, ...parts }: PlanLineForm) => {
  const has = partsOf[kind]
  return {
    kind,
    words,
    about: has.includes('about') ? parts.about : null,
    who: has.includes('who') ? parts.who : null,
    howOften: has.includes('howOften') ? parts.howOften : null,
  }
}

/** Adds a line for every day to the draft of a plan (P27, P45, P46, 6.51). Saved twice at once, it is there once. */
export function addPlanLine(
  actor: Actor,
  cycleId: string,
  form: PlanLineForm,
  now: Date,
): Promise<Outcome<{ lineId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, planLinePolicy.write)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const row = { schoolId: actor.schoolId, cycleId, ...columnsOf(form) }
    const known = await tx.planLine.findFirst({ where: { ...row, removedAt: null }, select: { id: true } })
    if (known) return { ok: true, value: { lineId: known.id } }
    const { pupilId } = cycle
    const { id } = await tx.planLine.create({ data: { ...row, pupilId } })
    await audit(
      tx,
      actor,
      { action: 'plan-line.added', subjectId: id, pupilId, details: { kind: form.kind } },
      now,
    )
    return { ok: true, value: { lineId: id } }
  })
}

async function heldFor(tx: SchoolTx, actor: Actor, lineId: string) {
  await workInChangeOfRow(tx, lineId)
  const line = await tx.planLine.findFirst({
    where: { id: lineId, removedAt: null },
    select: { cycleId: true, kind: true },
  })
  if (!line) throw new NotFound(`line ${lineId}`)
  const cycle = await holdPlan(tx, actor, line.cycleId, planLinePolicy.write)
  return { cycle, kind: line.kind, problem: draftProblem(cycle.stage, cycle.changeId) }
}

// Read again by whoever was overtaken, beside what they typed; one that was taken out meanwhile is not there.
async function overtaken(tx: SchoolTx, lineId: string): Promise<ChangedElsewhere> {
  const row = await tx.planLine.findFirst({ where: { id: lineId, removedAt: null } })
  if (!row) return new ChangedElsewhere(`line ${lineId}`)
  const { version, words, about, who, howOften } = row
  const parts = storedParts({ Words: words, About: about, Who: who, 'How often': howOften })
  return new ChangedElsewhere(`line ${lineId}`, { version, parts })
}

/** Changes a line of a draft; its kind stays what it is, and nobody's change is written over unseen. */
export function changePlanLine(
  actor: Actor,
  lineId: string,
  version: number,
  form: PlanLineForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { cycle, kind, problem } = await heldFor(tx, actor, lineId)
    if (problem) return refuse('form', problem)
    if (kind !== form.kind) throw new NotFound(`line ${lineId} of kind ${form.kind}`)
    const changed = await tx.planLine.updateMany({
      where: { schoolId: actor.schoolId, id: lineId, version, removedAt: null },
      data: { ...columnsOf(form), version: { increment: 1 } },
    })
    if (changed.count === 0) throw await overtaken(tx, lineId)
    await audit(tx, actor, { action: 'plan-line.changed', subjectId: lineId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}

/** Takes a line out of a draft; the row is kept. */
export function removePlanLine(
  actor: Actor,
  lineId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { cycle, problem } = await heldFor(tx, actor, lineId)
    if (problem) return refuse('form', problem)
    const removed = await tx.planLine.updateMany({
      where: { schoolId: actor.schoolId, id: lineId, version, removedAt: null },
      data: { removedAt: now, version: { increment: 1 } },
    })
    if (removed.count === 0) throw new ChangedElsewhere(`line ${lineId}`)
    await audit(tx, actor, { action: 'plan-line.removed', subjectId: lineId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}
