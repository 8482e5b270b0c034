import { tidyCell } from './cells.rules'
import { read, type Reading, unread } from './dates.rules'

export const LONGEST_NAME = 100

export type SplitName = { familyName: string; givenName: string }

// Small words that belong to the family name after them.
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'das',
  'do',
  'du',
  'la',
  'le',
  'bin',
  'ibn',
  'bint',
  'al',
  'el',
  'ap',
  'ab',
  'ben',
  'st',
  'st.',
  'ter',
  'ten',
  'zu',
])

/** A name in one column: “Surname, Forename” as an MIS prints it, or “Forename Surname” (domain.md 3.5). */
export function readFullName(cell: string): Reading<SplitName> {
  const text = tidyCell(cell)
  if (text === '') return read<SplitName>(null)
  if (Array.from(text).length > 2 * LONGEST_NAME)
    return unread(`Name must be ${2 * LONGEST_NAME} characters or fewer`)
  const comma = text.indexOf(',')
  if (comma >= 0) {
    const familyName = text.slice(0, comma).trim()
    const givenName = text.slice(comma + 1).trim()
    return familyName && givenName ? read({ familyName, givenName }) : unread(EXPECTED)
  }
  const words = text.split(' ')
  if (words.length < 2) return unread(EXPECTED)
  let start = words.length - 1
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--
  return read({ familyName: words.slice(start).join(' '), givenName: words.slice(0, start).join(' ') })
}

const EXPECTED = 'Name must be “Surname, Forename” or “Forename Surname”'

/** A name as it is compared: accents, case, spaces, hyphens and apostrophes are written differently in every system. */
export const nameKey = (name: string) => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  return plain === '' ? name.trim() : plain
}
