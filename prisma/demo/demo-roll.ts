import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { type IsoDate, isoDateFromParts } from '@/lib/calendar/iso-date'
import { schoolYearOf } from '@/lib/calendar/school-year'

/** The school year for which the two exports were made. */
const MADE_FOR = 2026

/** One of the exports with its dates moved to the school year of today; what would lie ahead happened a year before. */
export function rollFor(
  file: 'oakfield-primary-register.csv' | 'seaview-academy-sen-needs.csv',
  today: IsoDate,
): Uint8Array {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8')
  const later = schoolYearOf(today) - MADE_FOR
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
  const [head = [], ...rows] = data
  const births = head.findIndex((name) => /^(DOB|Date of Birth)$/i.test(name))
  const starts = head.findIndex((name) => /SEN Start Date/i.test(name))
  const moved = rows.map((cells) =>
    cells.map((cell, column) => {
      if (column === births) return movedDay(cell, later, null)
      return column === starts ? movedDay(cell, later, today) : cell
    }),
  )
  return Buffer.from(`\uFEFF${Papa.unparse([head, ...moved])}`)
}

function movedDay(cell: string, years: number, notAfter: IsoDate | null): string {
  const [day = '', month = '', year = ''] = cell.split('/')
  if (!year) return cell
  let moved = Number(year) + years
  const asDay = () =>
    isoDateFromParts(day, month, String(moved)) ?? isoDateFromParts('28', month, String(moved))
  while (notAfter !== null && (asDay() ?? notAfter) > notAfter) moved -= 1
  const [y, m, d] = (asDay() ?? '').split('-')
  return `${d}/${m}/${y}`
}
