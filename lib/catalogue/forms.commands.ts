import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { cataloguePolicy } from './policy'
import { ownForms } from './reads'
import { isKnownForm, PERSONAL_CARE } from './rules'

const mustManage = (actor: Actor) => {
  if (!cataloguePolicy.read(actor, actor)) throw new NotFound('forms of support')
  if (!cataloguePolicy.manage(actor, actor)) throw new NotAllowed('change the forms of support')
}

/** Adds a form of support of the school's own (P47). */
export async function addForm(actor: Actor, { name }: { name: string }, now: Date): Promise<Outcome<null>> {
  mustManage(actor)
  return asActor(actor, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.schoolId}, 650))`
    if (isKnownForm(await ownForms(tx), name))
      return refuse('name', 'This form of support is in the list already')
    const { id } = await tx.provisionForm.create({ data: { schoolId: actor.schoolId, name } })
    await audit(tx, actor, { action: 'catalogue.form-added', subjectId: id }, now)
    return { ok: true, value: null }
  })
}

/** Offers a form of support no longer, or again; plans that have it keep it (P47). */
export async function offerForm(
  actor: Actor,
  name: string,
  isOffered: boolean,
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor)
  return asActor(actor, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.schoolId}, 650))`
    const own = await ownForms(tx)
    if (!isKnownForm(own, name)) throw new NotFound('form of support')
    // Without it care would be written where everybody reads it.
    if (name === PERSONAL_CARE && !isOffered)
      return refuse('form', 'Personal care stays in the list: it is what keeps care private')
    const { schoolId } = actor
    const retiredOn = isOffered ? null : toDateColumn(schoolDay(now))
    const { id } = await tx.provisionForm.upsert({
      where: { schoolId_name: { schoolId, name } },
      create: { schoolId, name, retiredOn },
      update: { retiredOn, version: { increment: 1 } },
      select: { id: true },
    })
    const action = isOffered ? 'catalogue.form-offered-again' : 'catalogue.form-retired'
    await audit(tx, actor, { action, subjectId: id }, now)
    return { ok: true, value: null }
  })
}
