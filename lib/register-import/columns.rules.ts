import { type Concept, headingKey } from './concepts.rules'
import { meaningOf } from './meanings.rules'

export type Column = { index: number; header: string; concept: Concept | null }

/** What the school says a concept stands under: a heading, or `null` for “not in this file”. */
export type Mapping = Partial<Record<Concept, string | null>>

/** Headings that can be pointed at: a blank one is called by its place, a second of one name by its number. */
export function distinctHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const heading = cell.trim().replace(/\s+/g, ' ') || `Column ${index + 1}`
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return times === 1 ? heading : `${heading} (${times})`
  })
}

/** Which column means what: the school's own mapping first, then the headings' words (domain.md 3.5). */
export function mapColumns(headings: readonly string[], mapping: Mapping = {}): Column[] {
  const byConcept = new Map<Concept, number>()
  const taken = new Set<number>()
  const settled = new Set<Concept>()
  for (const [concept, heading] of Object.entries(mapping) as [Concept, string | null][]) {
    const index =
      heading === null ? -1 : headings.findIndex((each) => headingKey(each) === headingKey(heading))
    // A remembered heading that this file does not have says nothing about this file.
    if (heading === null || index >= 0) settled.add(concept)
    if (index < 0 || taken.has(index)) continue
    byConcept.set(concept, index)
    taken.add(index)
  }
  for (const { concept, index } of byWords(headings)) {
    if (settled.has(concept) || byConcept.has(concept) || taken.has(index)) continue
    byConcept.set(concept, index)
    taken.add(index)
  }
  const concepts = new Map([...byConcept].map(([concept, index]) => [index, concept]))
  return headings.map((header, index) => ({ index, header, concept: concepts.get(index) ?? null }))
}

/** Columns by their words, the surest heading for each concept first. */
function byWords(headings: readonly string[]): { concept: Concept; index: number }[] {
  const found = headings.flatMap((heading, index) => {
    // “UPN (2)” is the second column of that name: the first one is the one meant.
    const meaning = meaningOf(heading)
    return meaning ? [{ ...meaning, index }] : []
  })
  const has = (wanted: string) => found.some(({ concept }) => concept === wanted)
  return found
    .filter(({ concept, index }) => {
      // An email or a relationship with no parent's name beside it may be the pupil's own.
      const parent = /^parent\d/.exec(concept)
      if (parent) return has(`${parent[0]}Name`)
      // “Priority” ranks needs where there are needs and no contacts; otherwise nobody can tell what it ranks.
      if (concept !== 'needRank' || headingKey(headings[index] ?? '') !== 'priority') return true
      return has('need') && !has('parent1Name')
    })
    .sort((one, other) => one.sureness - other.sureness || one.index - other.index)
}

/** How much a row of cells looks like the headings of a register: the number of concepts it names. */
export function headingScore(cells: readonly string[], mapping: Mapping = {}): number {
  return mapColumns(distinctHeadings(cells), mapping).filter(({ concept }) => concept !== null).length
}

/** Where a concept stands, if this file has it. */
export const columnOf = (columns: readonly Column[], concept: Concept) =>
  columns.find((column) => column.concept === concept)

/** What keeps these columns from being a register: a pupil must be knowable by UPN, or by name and date of birth. */
export function missingColumns(columns: readonly Column[]): string | null {
  const has = (concept: Concept) => columnOf(columns, concept) !== undefined
  const named = has('fullName') || ((has('givenName') || has('preferredName')) && has('familyName'))
  const said = columns.filter(({ concept }) => concept !== null).length
  if ((has('upn') && said > 1) || (named && has('dateOfBirth'))) return null
  if (named)
    return 'The file has names, but no column for the UPN or the date of birth, so pupils cannot be told apart.'
  if (has('upn')) return 'The file has UPNs and nothing else that belongs to a register.'
  return NOT_A_REGISTER
}

export const NOT_A_REGISTER =
  'This file cannot be read as a register: no row has headings such as UPN, Surname, Forename, Date of birth and SEN status.'
