import Papa from 'papaparse'
import { withoutNeutralising } from '@/lib/platform/csv'
import {
  type Column,
  distinctHeadings,
  headingScore,
  mapColumns,
  type Mapping,
  missingColumns,
  NOT_A_REGISTER,
} from './columns.rules'

/** One row of the file: counted from the first row under the headings as 1, so it can be found in a spreadsheet. */
export type TableRow = { row: number; cells: string[]; broken: string | null }

/** A row left aside and why; `problemRow` where it only goes along with a row of the same pupil that has a problem. */
export type IgnoredRow = { row: number; reason: string; problemRow?: number }

export type Table = { columns: Column[]; rows: TableRow[]; ignored: IgnoredRow[] }

export type TableReading = { ok: true; table: Table } | { ok: false; sentence: string; columns: Column[] }

const DELIMITERS = [',', ';', '\t'] as const

/** How far down the headings may stand, under titles and dates of printing. */
const HEADING_WITHIN = 40
const SAMPLE_LENGTH = 20_000

/** A file with fewer columns holds no register, whatever they are called. */
const FEWEST_COLUMNS = 3

type Parsed = { cells: string[][]; broken: Map<number, string> }

/** The headings and rows of a register, wherever they stand among titles above and totals below (domain.md 3.5). */
export function readTable(text: string, mapping: Mapping = {}): TableReading {
  const body = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  const delimiter = likelyDelimiter(body, mapping)
  const { cells: lines, broken } = parsed(body, delimiter)
  const at = headingLine(lines, mapping)
  if (at === null) return { ok: false, sentence: NOT_A_REGISTER, columns: unknownHeadings(lines) }
  const headings = distinctHeadings(withoutTrailingBlanks(lines[at] ?? []))
  const columns = mapColumns(headings, mapping)
  const missing = missingColumns(columns)
  if (missing) return { ok: false, sentence: missing, columns }
  const rows: TableRow[] = []
  const ignored: IgnoredRow[] = []
  const below = withoutBlankEnd(lines.slice(at + 1))
  const headingText = withoutTrailingBlanks(lines[at] ?? []).join('\u0000')
  below.forEach((cells, index) => {
    const row = index + 1
    const damage = broken.get(at + 1 + index) ?? tooManyCells(cells, headings.length)
    if (damage === null && isBlank(cells)) ignored.push({ row, reason: 'The row is blank.' })
    else if (withoutTrailingBlanks(cells).join('\u0000') === headingText)
      ignored.push({ row, reason: 'The headings again.' })
    else rows.push({ row, cells: headings.map((_, column) => cells[column] ?? ''), broken: damage })
  })
  if (rows.length === 0)
    return { ok: false, sentence: 'The file has headings but no pupils under them.', columns }
  return { ok: true, table: { columns, rows, ignored } }
}

function likelyDelimiter(text: string, mapping: Mapping): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const scored = DELIMITERS.map((delimiter) => {
    const lines = parsed(sample, delimiter).cells.slice(0, HEADING_WITHIN)
    const score = Math.max(0, ...lines.map((cells) => headingScore(cells, mapping)))
    return { delimiter, score, width: Math.max(0, ...lines.map((cells) => cells.length)) }
  })
  return scored.reduce((best, each) =>
    each.score > best.score || (each.score === best.score && each.width > best.width) ? each : best,
  ).delimiter
}

/** Where no line has headings we know, the fullest of the first ones, so that a person can say what each column is. */
function unknownHeadings(lines: readonly string[][]): Column[] {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const fullest = lines
    .slice(0, HEADING_WITHIN)
    .reduce<string[]>((best, cells) => (filled(cells) > filled(best) ? cells : best), [])
  return filled(fullest) < FEWEST_COLUMNS ? [] : mapColumns(distinctHeadings(withoutTrailingBlanks(fullest)))
}

function headingLine(lines: readonly string[][], mapping: Mapping): number | null {
  let best: number | null = null
  let bestScore = 1
  lines.slice(0, HEADING_WITHIN).forEach((cells, index) => {
    const score = headingScore(cells, mapping)
    if (score > bestScore) [best, bestScore] = [index, score]
  })
  return best
}

function parsed(text: string, delimiter: string): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false })
  const broken = new Map<number, string>()
  for (const { code, row } of errors) {
    if (row === undefined) continue
    if (code === 'MissingQuotes') {
      broken.set(
        row,
        'A quotation mark opens in this row and never closes, so this row and all after it cannot be read.',
      )
    } else if (code === 'InvalidQuotes' && !broken.has(row)) {
      broken.set(
        row,
        'A quotation mark in this row stands where it cannot: write it twice ("") inside a cell.',
      )
    }
  }
  return { cells: data.map((cells) => cells.map(withoutGuards)), broken }
}

/** `="0123"` is how Excel is told that a number is text; an apostrophe is how we tell it that a formula is text. */
function withoutGuards(cell: string): string {
  const guard = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell)
  return withoutNeutralising(guard ? (guard[1] ?? '').replaceAll('""', '"') : cell)
}

function tooManyCells(cells: readonly string[], headings: number): string | null {
  return cells.slice(headings).some((cell) => cell.trim() !== '')
    ? 'This row has more cells than there are headings: a cell with a comma in it needs quotation marks round it.'
    : null
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  let end = cells.length
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end--
  return cells.slice(0, end)
}

function withoutBlankEnd(lines: readonly string[][]): string[][] {
  let end = lines.length
  while (end > 0 && isBlank(lines[end - 1] ?? [])) end--
  return lines.slice(0, end)
}
