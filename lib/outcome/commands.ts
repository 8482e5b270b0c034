import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { workInChangeOfRow } from '@/lib/cycle/change.reads'
import { type CycleHeader, holdPlan } from '@/lib/cycle/hold.reads'
import { draftProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { openLongTermIds } from './long-term.reads'
import { outcomePolicy } from './policy'
import type { OutcomeForm } from './schema'
import { outcomeParts } from './stored.words'

// Needs the pupil has today; a code sent by hand that is not theirs is passed over.
async function ownNeeds(
  tx: SchoolTx,
  pupilId: string,
  codes: readonly string[],
  today: IsoDate,
): Promise<string[]> {
  if (codes.length === 0) return []
  const day = toDateColumn(today)
  const needs = await tx.senNeed.findMany({
    where: {
      pupilId,
      code: { in: [...codes] },
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    orderBy: { rank: 'asc' },
    select: { code: true },
  })
  return [...new Set(needs.map(({ code }) => code))]
}

async function columnsOf(tx: SchoolTx, cycle: CycleHeader, form: OutcomeForm, now: Date) {
  return {
    ...form,
    baselineOn: toDateColumnOrNull(form.baselineOn),
    byOn: toDateColumnOrNull(form.byOn),
    needs: await ownNeeds(tx, cycle.pupilId, form.needs, schoolDay(now)),
  }
}

// Another pupil's, or one that has ended, was not on the list.
async function longTermProblem(
  tx: SchoolTx,
  cycle: CycleHeader,
  form: OutcomeForm,
  outcomeId: string | null,
): Promise<Problem | null> {
  if (form.longTermOutcomeId === null) return null
  const open = await openLongTermIds(tx, cycle.pupilId, outcomeId)
  if (open.includes(form.longTermOutcomeId)) return null
  return { field: 'longTermOutcomeId', message: 'Select a long-term outcome from the list' }
}

function problemOf(form: OutcomeForm, cycle: CycleHeader, today: IsoDate): Problem | null {
  const problem = draftProblem(cycle.stage, cycle.changeId)
  if (problem) return { field: 'form', message: problem }
  if (form.baselineOn !== null && form.baselineOn > today)
    return { field: 'baselineOn', message: 'The day of the baseline must be today or in the past' }
  return null
}

/** Adds an outcome to the draft of a plan (6.40: outcomes come first). Saved twice at once, it is there once. */
export function addOutcome(
  actor: Actor,
  cycleId: string,
  form: OutcomeForm,
  now: Date,
): Promise<Outcome<{ outcomeId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, outcomePolicy.write)
    const problem = problemOf(form, cycle, schoolDay(now)) ?? (await longTermProblem(tx, cycle, form, null))
    if (problem) return { ok: false, problems: [problem] }
    const columns = await columnsOf(tx, cycle, form, now)
    const own = { schoolId: actor.schoolId, cycleId }
    const known = await tx.outcome.findFirst({
      where: {
        ...own,
        ...columns,
        needs: { equals: columns.needs },
        broadAreas: { equals: columns.broadAreas },
        removedAt: null,
      },
      select: { id: true },
    })
    if (known) return { ok: true, value: { outcomeId: known.id } }
    const last = await tx.outcome.aggregate({ where: own, _max: { position: true } })
    const position = (last._max.position ?? 0) + 1
    const outcome = await tx.outcome.create({
      data: { ...own, ...columns, pupilId: cycle.pupilId, position },
    })
    await audit(tx, actor, { action: 'outcome.added', subjectId: outcome.id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { outcomeId: outcome.id } }
  })
}

async function heldFor(tx: SchoolTx, actor: Actor, outcomeId: string) {
  await workInChangeOfRow(tx, outcomeId)
  const outcome = await tx.outcome.findFirst({
    where: { id: outcomeId, removedAt: null },
    select: { cycleId: true },
  })
  if (!outcome) throw new NotFound(`outcome ${outcomeId}`)
  return holdPlan(tx, actor, outcome.cycleId, outcomePolicy.write)
}

// Read again by whoever was overtaken, beside what they typed; one that was taken out meanwhile is not there.
async function overtaken(tx: SchoolTx, outcomeId: string): Promise<ChangedElsewhere> {
  const row = await tx.outcome.findFirst({ where: { id: outcomeId, removedAt: null } })
  return new ChangedElsewhere(
    `outcome ${outcomeId}`,
    row && {
      version: row.version,
      parts: outcomeParts({
        ...row,
        baselineOn: fromDateColumnOrNull(row.baselineOn),
        by: fromDateColumnOrNull(row.byOn),
      }),
    },
  )
}

/** Changes an outcome of a draft; nobody's change is written over unseen. */
export function changeOutcome(
  actor: Actor,
  outcomeId: string,
  version: number,
  form: OutcomeForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await heldFor(tx, actor, outcomeId)
    const problem =
      problemOf(form, cycle, schoolDay(now)) ?? (await longTermProblem(tx, cycle, form, outcomeId))
    if (problem) return { ok: false, problems: [problem] }
    const changed = await tx.outcome.updateMany({
      where: { schoolId: actor.schoolId, id: outcomeId, version, removedAt: null },
      data: { ...(await columnsOf(tx, cycle, form, now)), version: { increment: 1 } },
    })
    if (changed.count === 0) throw await overtaken(tx, outcomeId)
    await audit(tx, actor, { action: 'outcome.changed', subjectId: outcomeId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}

/** Takes an outcome out of a draft; the row is kept, and provision that was for it is for it no longer. */
export function removeOutcome(
  actor: Actor,
  outcomeId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await heldFor(tx, actor, outcomeId)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const removed = await tx.outcome.updateMany({
      where: { schoolId: actor.schoolId, id: outcomeId, version, removedAt: null },
      data: { removedAt: now, version: { increment: 1 } },
    })
    if (removed.count === 0) throw new ChangedElsewhere(`outcome ${outcomeId}`)
    await tx.provisionOutcome.deleteMany({ where: { schoolId: actor.schoolId, outcomeId } })
    await audit(tx, actor, { action: 'outcome.removed', subjectId: outcomeId, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}
