const FORMULA = /^[=+\-@\t\r]/
const NEUTRALISED = /^'(?=[=+\-@\t\r])/
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/** A cell that a spreadsheet will show as text and never run as a formula (domain.md 3.5). */
export const neutralised = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell as it was before it was neutralised, so that a register we printed can be read back. */
export const withoutNeutralising = (cell: string) => cell.replace(NEUTRALISED, '')

/** The text of a CSV file: a byte order mark so that Excel keeps accents, formulas neutralised, CRLF line ends. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(cell: string): string {
  const safe = neutralised(cell)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
