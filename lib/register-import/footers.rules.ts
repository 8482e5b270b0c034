import { type Column, columnOf } from './columns.rules'
import type { TableRow } from './table.rules'

const TOTAL =
  /^\W*(grand\s+|sub[\s-]?|overall\s+)?totals?\b|^\W*(count|number|no\.?)\s*(of\s+(pupils|students|records|rows)\b|[:=]|$)|^\W*\d+\s+(pupils|students|records|rows|results)\b|^\W*(pupils|students|records|rows)\s*[:=]\s*\d+/i
const REMARK =
  /^\W*(end of|printed|generated|produced|exported|created|report(ed)?|page \d|run (on|at|by)|confidential|source|©|copyright|notes?\b|key\b)/i

/** Why a row under the register is no pupil: a total, or a line about the report (domain.md 3.5). `null` for a pupil. */
export function footerReason({ cells }: TableRow, columns: readonly Column[]): string | null {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const first = said[0] ?? ''
  const cell = (concept: Parameters<typeof columnOf>[1]) => {
    const column = columnOf(columns, concept)
    return column ? (cells[column.index] ?? '').trim() : ''
  }
  // A pupil called Total has a date of birth, or a UPN with a letter and twelve more.
  if (cell('dateOfBirth') !== '' || /^[A-Z]\d{11}[A-Z\d]$/i.test(cell('upn'))) return null
  if (TOTAL.test(first)) return 'A total, not a pupil.'
  const lone = said.length <= 2
  if (lone && REMARK.test(first)) return 'A line about the report, not a pupil.'
  const aboutPupil = [
    'upn',
    'status',
    'need',
    'need1',
    'fullName',
    'familyName',
    'givenName',
    'preferredName',
  ] as const
  if (lone && aboutPupil.every((concept) => cell(concept) === '')) return 'A line with no pupil in it.'
  // One long sentence in the first column, and nothing else.
  if (said.length === 1 && /\s\S+\s\S+\s/.test(first)) return 'A line of text, not a pupil.'
  return null
}
