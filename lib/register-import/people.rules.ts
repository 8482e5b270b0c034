import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Column } from './columns.rules'
import { agree, conflicts, current, lacksUpn, rowsByNameAndBirth } from './conflicts.rules'
import { nameKey } from './names.rules'
import type { NeedCode } from './need-words.rules'
import type { ImportedParent, RankedNeed, RowProblem, RowReading } from './row.rules'
import type { IgnoredRow } from './table.rules'

/** What the file says of one pupil, from one row or from several. */
export type ImportedPupil = Omit<RowReading, 'identity' | 'needs'> & { rows: number[]; needs: NeedCode[] }

export type Merged = { pupils: ImportedPupil[]; problems: RowProblem[]; ignored: IgnoredRow[] }

type Row = { reading: RowReading; problems: RowProblem[] }

/**
 * Rows gathered into pupils: one row a pupil, a need or a contact, as the MIS exports (domain.md 3.5).
 * A pupil with a problem in any row is left out whole: half of a pupil's needs would replace all of them.
 */
export function gatherPupils(rows: readonly Row[], columns: readonly Column[], today: IsoDate): Merged {
  const groups = new Map<string, Row[]>()
  for (const each of rows) {
    const group = groups.get(each.reading.identity)
    if (group) group.push(each)
    else groups.set(each.reading.identity, [each])
  }
  const withUpn = rowsByNameAndBirth(rows)
  const merged: Merged = { pupils: [], problems: [], ignored: [] }
  for (const group of groups.values()) {
    const readings = group.map(({ reading }) => reading)
    const own = group.flatMap(({ problems }) => problems)
    const problems =
      own.length > 0 ? own : [...lacksUpn(readings, withUpn, columns), ...conflicts(readings, columns, today)]
    merged.problems.push(...problems)
    if (problems.length === 0) merged.pupils.push(onePupil(readings, today))
    else
      merged.ignored.push(
        ...leftOutWith(
          problems,
          readings.map(({ row }) => row),
        ),
      )
  }
  merged.problems.sort((one, other) => one.row - other.row)
  return merged
}

/** The rows of a pupil that are left out only because another row of the same pupil has a problem. */
export function leftOutWith(problems: readonly { row: number }[], rows: readonly number[]): IgnoredRow[] {
  const wrong = new Set(problems.map(({ row }) => row))
  const first = Math.min(...wrong)
  return rows
    .filter((row) => !wrong.has(row))
    .map((row) => ({
      row,
      reason: `Left out with row ${first}, which is about the same pupil and has a problem.`,
      problemRow: first,
    }))
}

function onePupil(readings: readonly RowReading[], today: IsoDate): ImportedPupil {
  const standing = current(readings, today)
  const first = <K extends keyof RowReading>(key: K, among = readings): RowReading[K] | null =>
    among.map((reading) => reading[key]).find((value) => value !== null) ?? null
  const starts = standing.flatMap(({ statusFrom }) => (statusFrom ? [statusFrom] : [])).sort()
  const ends = standing.map(({ statusUntil }) => statusUntil)
  const status = first('status', standing)
  return {
    row: Math.min(...readings.map(({ row }) => row)),
    rows: readings.map(({ row }) => row),
    upn: first('upn'),
    familyName: first('familyName'),
    givenName: first('givenName'),
    preferredName: first('preferredName'),
    dateOfBirth: first('dateOfBirth'),
    sex: first('sex'),
    yearGroup: first('yearGroup'),
    className: first('className'),
    homeLanguage: first('homeLanguage'),
    status,
    // One row a need may carry each need's own start: the status is as old as the oldest.
    statusFrom: starts[0] ?? null,
    statusUntil: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
    // SEN types belong to K and E (domain.md 3.1).
    needs: status === 'none' ? [] : inRankOrder(standing.flatMap(({ needs }) => needs)),
    reviewDue: first('reviewDue'),
    parents: distinctParents(readings.flatMap(({ parents }) => parents)),
  }
}

// After every ranked need, in the order of the file.
const UNRANKED = 100

function inRankOrder(needs: readonly RankedNeed[]): NeedCode[] {
  const ranked = needs.toSorted((one, other) => (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED))
  return [...new Set(ranked.map(({ code }) => code))]
}

function distinctParents(parents: readonly ImportedParent[]): ImportedParent[] {
  const found: ImportedParent[] = []
  for (const parent of parents) {
    const known = found.findIndex(
      (each) => nameKey(each.name) === nameKey(parent.name) && agree(each.email, parent.email),
    )
    const before = found[known]
    if (!before) found.push(parent)
    else {
      found[known] = {
        name: before.name,
        relationship: before.relationship ?? parent.relationship,
        email: before.email ?? parent.email,
        hasParentalResponsibility: before.hasParentalResponsibility ?? parent.hasParentalResponsibility,
      }
    }
  }
  return found
}
