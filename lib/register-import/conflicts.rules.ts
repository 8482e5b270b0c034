import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Column, columnOf } from './columns.rules'
import type { Concept } from './concepts.rules'
import { nameKey } from './names.rules'
import { nameAndBirth, type RowProblem, type RowReading } from './row.rules'

/** The rows that have a UPN, by name and date of birth, to find the rows of the same pupil that lack it. */
export function rowsByNameAndBirth(rows: readonly { reading: RowReading }[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { reading } of rows) {
    const { upn, familyName, givenName, dateOfBirth, row } = reading
    if (upn && familyName && givenName && dateOfBirth)
      found.set(nameAndBirth({ familyName, givenName, dateOfBirth }), row)
  }
  return found
}

/** Rows without the UPN that another row of the same pupil has. */
export function lacksUpn(
  readings: readonly RowReading[],
  withUpn: ReadonlyMap<string, number>,
  columns: readonly Column[],
): RowProblem[] {
  const [first] = readings
  const other = first && first.upn === null ? withUpn.get(first.identity) : undefined
  if (other === undefined) return []
  const column = columnOf(columns, 'upn')?.header ?? ''
  return readings.map(({ row }) => ({
    row,
    column,
    message: `UPN must be given here too: row ${other} has the same name and date of birth`,
  }))
}

type Compared = { concepts: Concept[]; same: (one: RowReading, other: RowReading) => boolean; what: string }

/** Two cells agree where they are the same, or where either is blank. */
export const agree = <T>(one: T | null, other: T | null) => one === null || other === null || one === other
const agreeByName = (one: string | null, other: string | null) =>
  one === null || other === null || nameKey(one) === nameKey(other)

const COMPARED: readonly Compared[] = [
  {
    concepts: ['familyName', 'fullName'],
    what: 'different names',
    same: (one, other) =>
      agreeByName(one.familyName, other.familyName) && agreeByName(one.givenName, other.givenName),
  },
  {
    concepts: ['dateOfBirth'],
    what: 'different dates of birth',
    same: (one, other) => agree(one.dateOfBirth, other.dateOfBirth),
  },
  {
    concepts: ['status'],
    what: 'different SEN statuses',
    same: (one, other) => agree(one.status, other.status),
  },
  {
    concepts: ['yearGroup'],
    what: 'different years',
    same: (one, other) => agree(one.yearGroup, other.yearGroup),
  },
  {
    concepts: ['className'],
    what: 'different classes',
    same: (one, other) => agree(one.className, other.className),
  },
]

/** What two rows about one pupil say that cannot both be right; it is a problem of every one of the rows. */
export function conflicts(
  readings: readonly RowReading[],
  columns: readonly Column[],
  today: IsoDate,
): RowProblem[] {
  if (readings.length < 2) return []
  const standing = current(readings, today)
  const clash = COMPARED.find(({ same, concepts }) => {
    const among = concepts.includes('status') ? standing : readings
    return among.some((one) => among.some((other) => !same(one, other)))
  })
  if (!clash) return []
  const column =
    clash.concepts
      .map((concept) => columnOf(columns, concept)?.header)
      .find((header) => header !== undefined) ?? ''
  const numbers = readings.map(({ row }) => row)
  const message = `Rows ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''} are about one pupil and have ${clash.what}: only one can be right`
  return readings.map(({ row }) => ({ row, column, message }))
}

/** Rows about a status that has ended say nothing of a pupil who has another row about the status of today. */
export function current(readings: readonly RowReading[], today: IsoDate): readonly RowReading[] {
  const standing = readings.filter(({ statusUntil }) => statusUntil === null || statusUntil >= today)
  return standing.length > 0 ? standing : readings
}
