import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { cataloguePolicy } from './policy'
import { ownForms } from './reads'
import { formsOffered } from './rules'
import type { CatalogueForm } from './schema'
import { STARTING_SET } from './starting-set.rules'

const mustManage = (actor: Actor, what: string) => {
  if (!cataloguePolicy.read(actor, actor)) throw new NotFound(what)
  if (!cataloguePolicy.manage(actor, actor)) throw new NotAllowed(what)
}

const SAME_NAME = 'There is an entry with this name already. Change that one, or give this one another name'

// Two people who save an entry in the same moment wait here for each other.
const oneAtATime = (tx: SchoolTx, actor: Actor) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.schoolId}, 650))`

async function entryProblem(tx: SchoolTx, form: CatalogueForm, before: { id: string; form: string } | null) {
  const taken = await tx.catalogueEntry.findFirst({
    where: {
      name: { equals: form.name, mode: 'insensitive' },
      retiredOn: null,
      ...(before && { id: { not: before.id } }),
    },
    select: { id: true },
  })
  if (taken) return refuse('name', SAME_NAME)
  return formsOffered(await ownForms(tx), before?.form ?? null).includes(form.form)
    ? null
    : refuse('form', 'Select what kind of support it is from the list')
}

const columnsOf = ({ additional, ...form }: CatalogueForm) => ({
  ...form,
  additional: additional === 'additional',
})

/** Adds something the school knows how to give to its catalogue (6.50). */
export async function addEntry(
  actor: Actor,
  form: CatalogueForm,
  now: Date,
): Promise<Outcome<{ entryId: string }>> {
  mustManage(actor, 'add to the catalogue')
  return asActor(actor, async (tx) => {
    await oneAtATime(tx, actor)
    const problem = await entryProblem(tx, form, null)
    if (problem) return problem
    const { id } = await tx.catalogueEntry.create({ data: { schoolId: actor.schoolId, ...columnsOf(form) } })
    await audit(tx, actor, { action: 'catalogue.added', subjectId: id }, now)
    return { ok: true, value: { entryId: id } }
  })
}

/** Changes an entry; plans that took it keep what was agreed. */
export async function changeEntry(
  actor: Actor,
  entryId: string,
  version: number,
  form: CatalogueForm,
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor, `change catalogue entry ${entryId}`)
  return asActor(actor, async (tx) => {
    await oneAtATime(tx, actor)
    const before = await tx.catalogueEntry.findFirst({
      where: { id: entryId },
      select: { id: true, form: true },
    })
    if (!before) throw new NotFound(`catalogue entry ${entryId}`)
    const problem = await entryProblem(tx, form, before)
    if (problem) return problem
    const changed = await tx.catalogueEntry.updateMany({
      where: { schoolId: actor.schoolId, id: entryId, version },
      data: { ...columnsOf(form), version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`catalogue entry ${entryId}`)
    await audit(tx, actor, { action: 'catalogue.changed', subjectId: entryId }, now)
    return { ok: true, value: null }
  })
}

/** Takes an entry out of what is offered, or offers it again; it stays on the plans that have it. */
export async function offerEntry(
  actor: Actor,
  entryId: string,
  { version, isOffered }: { version: number; isOffered: boolean },
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor, `retire catalogue entry ${entryId}`)
  return asActor(actor, async (tx) => {
    await oneAtATime(tx, actor)
    const entry = await tx.catalogueEntry.findFirst({ where: { id: entryId }, select: { name: true } })
    if (!entry) throw new NotFound(`catalogue entry ${entryId}`)
    const twin =
      isOffered &&
      (await tx.catalogueEntry.findFirst({
        where: { name: { equals: entry.name, mode: 'insensitive' }, retiredOn: null, id: { not: entryId } },
        select: { id: true },
      }))
    if (twin) return refuse('form', SAME_NAME)
    const changed = await tx.catalogueEntry.updateMany({
      where: { schoolId: actor.schoolId, id: entryId, version },
      data: { retiredOn: isOffered ? null : toDateColumn(schoolDay(now)), version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`catalogue entry ${entryId}`)
    const action = isOffered ? 'catalogue.offered-again' : 'catalogue.retired'
    await audit(tx, actor, { action, subjectId: entryId }, now)
    return { ok: true, value: null }
  })
}

/** Adds the starting set to the catalogue, leaving out what is there by name: a school makes it its own from there. */
export async function addStartingSet(actor: Actor, now: Date): Promise<Outcome<{ added: number }>> {
  mustManage(actor, 'add the starting set')
  return asActor(actor, async (tx) => {
    await oneAtATime(tx, actor)
    const known = await tx.catalogueEntry.findMany({ select: { name: true } })
    const names = new Set(known.map(({ name }) => name.toLowerCase()))
    const fresh = STARTING_SET.filter(({ name }) => !names.has(name.toLowerCase()))
    await tx.catalogueEntry.createMany({
      data: fresh.map((entry) => ({ schoolId: actor.schoolId, ...entry })),
    })
    const details = { added: fresh.length }
    await audit(tx, actor, { action: 'catalogue.starting-set', subjectId: actor.schoolId, details }, now)
    return { ok: true, value: { added: fresh.length } }
  })
}
