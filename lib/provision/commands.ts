import 'server-only'
import { audit } from '@/lib/audit/commands'
import { workInChangeOfRow } from '@/lib/cycle/change.reads'
import { holdPlan } from '@/lib/cycle/hold.reads'
import { draftProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { overtaken } from './overtaken.reads'
import { provisionPolicy } from './policy'
import { giverProblem } from './givers.reads'
import { isCare } from './rules'
import type { ProvisionForm } from './schema'

const columnsOf = (form: ProvisionForm) => ({
  what: form.what,
  deliveredById: form.deliveredById,
  deliverer: form.deliverer,
  place: form.place,
  minutes: form.minutes,
  perWeek: form.perWeek,
  groupSize: form.groupSize,
  fromOn: toDateColumnOrNull(form.fromOn),
  untilOn: toDateColumnOrNull(form.untilOn),
  form: form.form,
  wave: form.wave,
  additional: form.additional === 'additional',
  fromOutside: form.fromOutside,
  alsoGivenBy: othersWhoGive(form),
  equipment: form.equipment,
  inPlaceOn: toDateColumnOrNull(form.inPlaceOn),
  care: isCare(form),
})

// Whoever gives it is not also one of the others.
const othersWhoGive = ({ alsoGivenBy, deliveredById }: ProvisionForm) =>
  [...new Set(alsoGivenBy)].filter((id) => id !== deliveredById).sort()

// An entry that is not the school's own is passed over: what it set is in the form anyway.
async function knownEntry(tx: SchoolTx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const entry = await tx.catalogueEntry.findFirst({ where: { id }, select: { id: true } })
  return entry?.id ?? null
}

// Only outcomes that stand in this plan; one that was removed meanwhile is passed over.
async function ownOutcomes(tx: SchoolTx, cycleId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.outcome.findMany({
    where: { cycleId, id: { in: [...ids] }, removedAt: null },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function link(
  tx: SchoolTx,
  actor: Actor,
  provisionId: string,
  pupilId: string,
  outcomeIds: readonly string[],
) {
  await tx.provisionOutcome.deleteMany({ where: { schoolId: actor.schoolId, provisionId } })
  await tx.provisionOutcome.createMany({
    data: outcomeIds.map((outcomeId) => ({ schoolId: actor.schoolId, pupilId, provisionId, outcomeId })),
  })
}

/** Adds a provision to the draft of a plan, for the outcomes it is for (6.40). Saved twice at once, it is there once. */
export function addProvision(
  actor: Actor,
  cycleId: string,
  form: ProvisionForm,
  now: Date,
): Promise<Outcome<{ provisionId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, provisionPolicy.write)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const refused = await giverProblem(tx, actor, form, { now })
    if (refused) return refused
    const own = { schoolId: actor.schoolId, cycleId }
    const { alsoGivenBy, ...columns } = columnsOf(form)
    const known = await tx.provision.findFirst({
      where: { ...own, ...columns, alsoGivenBy: { equals: alsoGivenBy }, removedAt: null },
      select: { id: true },
    })
    if (known) return { ok: true, value: { provisionId: known.id } }
    const catalogueEntryId = await knownEntry(tx, form.catalogueEntryId)
    const provision = await tx.provision.create({
      data: { ...own, ...columns, alsoGivenBy, catalogueEntryId, pupilId: cycle.pupilId },
    })
    await link(tx, actor, provision.id, cycle.pupilId, await ownOutcomes(tx, cycleId, form.outcomeIds))
    await audit(
      tx,
      actor,
      { action: 'provision.added', subjectId: provision.id, pupilId: cycle.pupilId },
      now,
    )
    return { ok: true, value: { provisionId: provision.id } }
  })
}

async function heldFor(tx: SchoolTx, actor: Actor, provisionId: string) {
  await workInChangeOfRow(tx, provisionId)
  const provision = await tx.provision.findFirst({
    where: { id: provisionId, removedAt: null },
    select: { cycleId: true, deliveredById: true, alsoGivenBy: true },
  })
  if (!provision) throw new NotFound(`provision ${provisionId}`)
  return {
    cycle: await holdPlan(tx, actor, provision.cycleId, provisionPolicy.write),
    before: provision,
  }
}

/** Changes a provision of a draft, and what it is for; nobody's change is written over unseen. */
export function changeProvision(
  actor: Actor,
  provisionId: string,
  version: number,
  form: ProvisionForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { cycle, before } = await heldFor(tx, actor, provisionId)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const refused = await giverProblem(tx, actor, form, { now, before })
    if (refused) return refused
    const catalogueEntryId = await knownEntry(tx, form.catalogueEntryId)
    const changed = await tx.provision.updateMany({
      where: { schoolId: actor.schoolId, id: provisionId, version, removedAt: null },
      data: { ...columnsOf(form), catalogueEntryId, version: { increment: 1 } },
    })
    if (changed.count === 0) throw await overtaken(tx, provisionId)
    await link(tx, actor, provisionId, cycle.pupilId, await ownOutcomes(tx, cycle.cycleId, form.outcomeIds))
    await audit(
      tx,
      actor,
      { action: 'provision.changed', subjectId: provisionId, pupilId: cycle.pupilId },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Takes a provision out of a draft; the row is kept. */
export function removeProvision(
  actor: Actor,
  provisionId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { cycle } = await heldFor(tx, actor, provisionId)
    const problem = draftProblem(cycle.stage, cycle.changeId)
    if (problem) return refuse('form', problem)
    const removed = await tx.provision.updateMany({
      where: { schoolId: actor.schoolId, id: provisionId, version, removedAt: null },
      data: { removedAt: now, version: { increment: 1 } },
    })
    if (removed.count === 0) throw new ChangedElsewhere(`provision ${provisionId}`)
    await audit(
      tx,
      actor,
      { action: 'provision.removed', subjectId: provisionId, pupilId: cycle.pupilId },
      now,
    )
    return { ok: true, value: null }
  })
}
