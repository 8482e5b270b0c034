import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Column, Mapping } from './columns.rules'
import { checkedText, decodeRegister } from './decode.rules'
import { footerReason } from './footers.rules'
import { gatherPupils, type ImportedPupil } from './people.rules'
import { readRow, type RowProblem } from './row.rules'
import { type IgnoredRow, readTable, type TableRow } from './table.rules'

export type Register = {
  /** Rows about pupils, with duplicates and problem rows; totals, blank rows and lines about the report are not among them. */
  rows: number
  columns: Column[]
  pupils: ImportedPupil[]
  problems: RowProblem[]
  ignored: IgnoredRow[]
  /** The cells as they stand in the file, for the file of rows to mend. */
  lines: TableRow[]
}

export type RegisterReading =
  { ok: true; register: Register } | { ok: false; sentence: string; columns: Column[] }

/** A school's MIS export as pupils, problems and rows left aside; a sentence when it is no register (issue 2, section 4). */
export function readRegister(
  file: Uint8Array | string,
  { today, mapping }: { today: IsoDate; mapping?: Mapping },
): RegisterReading {
  const decoded = typeof file === 'string' ? checkedText(file) : decodeRegister(file)
  if (!decoded.ok) return { ok: false, sentence: decoded.sentence, columns: [] }
  const reading = readTable(decoded.text, mapping)
  if (!reading.ok) return reading
  const { columns, rows, ignored: asides } = reading.table
  const { pupilRows, ignored, count } = setAside(rows, columns)
  if (pupilRows.length === 0)
    return { ok: false, sentence: 'The file has headings but no pupils under them.', columns }
  const merged = gatherPupils(
    pupilRows.map((row) => readRow(row, columns, today)),
    columns,
    today,
  )
  return {
    ok: true,
    register: {
      rows: count,
      columns,
      pupils: merged.pupils,
      problems: merged.problems,
      ignored: [...asides, ...ignored, ...merged.ignored].sort((one, other) => one.row - other.row),
      lines: rows,
    },
  }
}

/** Totals and exact duplicates out of the way: two exact duplicates are one (issue 2, section 4). */
function setAside(rows: readonly TableRow[], columns: readonly Column[]) {
  const pupilRows: TableRow[] = []
  const ignored: IgnoredRow[] = []
  const seen = new Map<string, number>()
  let count = 0
  for (const each of rows) {
    const footer = each.broken === null ? footerReason(each, columns) : null
    if (footer !== null) {
      ignored.push({ row: each.row, reason: footer })
      continue
    }
    count++
    const key = each.cells.map((cell) => cell.trim()).join('\u0000')
    const twin = each.broken === null ? seen.get(key) : undefined
    if (twin !== undefined) ignored.push({ row: each.row, reason: `The same as row ${twin}.` })
    else {
      seen.set(key, each.row)
      pupilRows.push(each)
    }
  }
  return { pupilRows, ignored, count }
}

/** The columns as the headings alone are read, with no mapping: the same for every file that has these headings. */
export function plainColumns(file: Uint8Array, today: IsoDate): { columns: Column[]; sentence: string } {
  const reading = readRegister(file, { today })
  return reading.ok ? { columns: reading.register.columns, sentence: '' } : reading
}
