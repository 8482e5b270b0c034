import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { cataloguePolicy } from './policy'
import { catalogueEntries, catalogueEntry, ownForms } from './reads'
import { type CatalogueEntry, doseNotes, type FormLine, formLines, formsOffered } from './rules'

export type CataloguePage = { entries: CatalogueEntry[]; forms: FormLine[]; mayManage: boolean }

/** The school's catalogue of provision, with the forms of support it offers (6.50, P47). */
export async function listCatalogue(actor: Actor): Promise<CataloguePage> {
  if (!cataloguePolicy.read(actor, actor)) throw new NotFound('catalogue')
  return asActor(actor, async (tx) => ({
    entries: await catalogueEntries(tx),
    forms: formLines(await ownForms(tx)),
    mayManage: cataloguePolicy.manage(actor, actor),
  }))
}

export type EntryPage = { entry: CatalogueEntry; notes: string[]; mayManage: boolean }

/** One entry, with how to run it, for everyone who gives support (6.49). */
export async function getEntry(actor: Actor, entryId: string): Promise<EntryPage> {
  if (!cataloguePolicy.read(actor, actor)) throw new NotFound(`catalogue entry ${entryId}`)
  return asActor(actor, async (tx) => {
    const entry = await catalogueEntry(tx, entryId)
    if (!entry) throw new NotFound(`catalogue entry ${entryId}`)
    const mayManage = cataloguePolicy.manage(actor, actor)
    return { entry, notes: mayManage ? doseNotes(entry) : [], mayManage }
  })
}

export type EntryToWrite = { entry: CatalogueEntry | null; forms: string[] }

/** A new entry, or one as the SENCO changes it. */
export async function getEntryToWrite(actor: Actor, entryId: string | null): Promise<EntryToWrite> {
  if (!cataloguePolicy.manage(actor, actor)) throw new NotFound('catalogue')
  return asActor(actor, async (tx) => {
    const entry = entryId === null ? null : await catalogueEntry(tx, entryId)
    if (entryId !== null && !entry) throw new NotFound(`catalogue entry ${entryId}`)
    return { entry, forms: formsOffered(await ownForms(tx), entry?.form ?? null) }
  })
}
