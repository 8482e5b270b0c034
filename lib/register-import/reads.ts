import 'server-only'
import { createHash } from 'node:crypto'
import type { SchoolTx } from '@/lib/platform/db'
import type { Column, Mapping } from './columns.rules'
import { headingsKey } from './mapping.rules'
import { keptMapping } from './schema'

/** The headings of a file as the school's mappings are kept by. */
export const headersOf = (columns: readonly Column[]): string =>
  createHash('sha256').update(headingsKey(columns)).digest('hex')

/** What this school last said the columns of files with these headings are; nothing where it has said nothing. */
export async function rememberedMapping(tx: SchoolTx, columns: readonly Column[]): Promise<Mapping> {
  const row = await tx.importMapping.findFirst({
    where: { headers: headersOf(columns) },
    select: { mapping: true },
  })
  return keptMapping.parse(row?.mapping ?? {})
}
