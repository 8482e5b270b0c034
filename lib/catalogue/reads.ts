import 'server-only'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { CatalogueEntry, Giver, OwnForm, Wave } from './rules'

type Row = Omit<CatalogueEntry, 'wave' | 'delivererRole' | 'retiredOn'> & {
  wave: string
  delivererRole: string | null
  retiredOn: Date | null
}

const COLUMNS = {
  ...{ id: true, version: true, name: true, form: true, wave: true, delivererRole: true, minutes: true },
  ...{ perWeek: true, weeks: true, groupSize: true, evidence: true, training: true, steps: true },
  ...{ additional: true, retiredOn: true },
} as const

const entryOf = ({ wave, delivererRole, retiredOn, ...row }: Row): CatalogueEntry => ({
  ...row,
  wave: wave as Wave,
  delivererRole: delivererRole as Giver | null,
  retiredOn: fromDateColumnOrNull(retiredOn),
})

/** Every entry of the catalogue by name, the retired ones among them. */
export async function catalogueEntries(tx: SchoolTx): Promise<CatalogueEntry[]> {
  const rows = await tx.catalogueEntry.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  })
  return rows.map(entryOf)
}

/** One entry; null where there is none. */
export async function catalogueEntry(tx: SchoolTx, id: string): Promise<CatalogueEntry | null> {
  const row = await tx.catalogueEntry.findFirst({ where: { id }, select: COLUMNS })
  return row && entryOf(row)
}

/** What the school has said about the forms of support. */
export async function ownForms(tx: SchoolTx): Promise<OwnForm[]> {
  const rows = await tx.provisionForm.findMany({ select: { name: true, retiredOn: true } })
  return rows.map(({ name, retiredOn }) => ({ name, retiredOn: fromDateColumnOrNull(retiredOn) }))
}
