import { type Column, type Mapping } from './columns.rules'
import { type Concept, headingKey } from './concepts.rules'

/** The headings of a file in one text: files that have the same ones share the mapping that a school has put right. */
export const headingsKey = (columns: readonly Column[]): string =>
  columns.map(({ header }) => headingKey(header)).join('|')

export type MappingMade = { ok: true; mapping: Mapping } | { ok: false; index: number; message: string }

/**
 * What a person said of each column, as a mapping: a concept nobody chose is “not in this file”, even where a heading
 * sounds like it (domain.md 3.5). `columns` are the columns as the headings alone are read.
 */
export function mappingOf(columns: readonly Column[], chosen: readonly (Concept | null)[]): MappingMade {
  const mapping: Mapping = {}
  for (const { concept } of columns) if (concept !== null) mapping[concept] = null
  for (const { index, header } of columns) {
    const concept = chosen[index] ?? null
    if (concept === null) continue
    const earlier = mapping[concept]
    if (earlier)
      return {
        ok: false,
        index,
        message: `“${header}” and “${earlier}” cannot be the same thing: choose what each of them is`,
      }
    mapping[concept] = header
  }
  return { ok: true, mapping }
}
