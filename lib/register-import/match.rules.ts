import type { IsoDate } from '@/lib/calendar/iso-date'
import {
  compare,
  type Comparison,
  type FieldChange,
  type KnownPupil,
  type PupilDetails,
  type PupilWrites,
  writesForNew,
} from './changes.rules'
import {
  type Answers,
  type Ask,
  finder,
  isSomeoneElse,
  type Match,
  type MatchedBy,
  settled,
} from './candidates.rules'
import { type Column, columnOf } from './columns.rules'
import type { Concept } from './concepts.rules'
import { type ImportedPupil, leftOutWith } from './people.rules'
import type { RowProblem } from './row.rules'
import type { IgnoredRow } from './table.rules'

export type ImportPlan = {
  new: { row: number; pupil: ImportedPupil; writes: PupilWrites }[]
  changed: {
    row: number
    pupilId: string
    pupil: ImportedPupil
    matchedBy: MatchedBy
    changes: FieldChange[]
    writes: PupilWrites
  }[]
  unchanged: { row: number; pupilId: string }[]
  asks: Ask[]
  problems: RowProblem[]
  ignored: IgnoredRow[]
}

type Asked = { today: IsoDate; columns: readonly Column[]; answers?: Answers }

/**
 * What importing these pupils would do: UPN first, then name and birth date with a person's yes (domain.md 3.5).
 * Pupils the file does not mention are left as they are.
 */
export function planImport(
  known: readonly KnownPupil[],
  pupils: readonly ImportedPupil[],
  { today, columns, answers }: Asked,
): ImportPlan {
  const plan: ImportPlan = { new: [], changed: [], unchanged: [], asks: [], problems: [], ignored: [] }
  const find = finder(known)
  const claimed = new Map<string, number>()
  const refuse = (pupil: ImportedPupil, concepts: Concept[], message: string) => {
    const column =
      concepts.map((concept) => columnOf(columns, concept)?.header).find((header) => header !== undefined) ??
      ''
    const problem = { row: pupil.row, column, message }
    plan.problems.push(problem)
    plan.ignored.push(...leftOutWith([problem], pupil.rows))
  }
  for (const pupil of pupils) {
    const match = settled(find(pupil), pupil, answers, today)
    if (match.kind === 'ask') {
      plan.asks.push(match.ask)
      continue
    }
    if (match.kind === 'new') {
      const details = detailsOf(pupil)
      if (details === null) refuse(pupil, missingConcepts(pupil), NEW_NEEDS)
      else take(pupil, null, writesForNew(details, pupil, today))
      continue
    }
    const earlier = claimed.get(match.pupil.id)
    if (earlier !== undefined)
      refuse(
        pupil,
        ['upn', 'fullName', 'familyName'],
        `Row ${earlier} is already about this pupil: only one can be right`,
      )
    else if (match.by === 'upn' && isSomeoneElse(match.pupil, pupil)) refuse(pupil, ['upn'], SOMEONE_ELSE)
    else {
      claimed.set(match.pupil.id, pupil.row)
      take(pupil, match, compare(match.pupil, pupil, today))
    }
  }
  return plan

  function take(
    pupil: ImportedPupil,
    match: Extract<Match, { kind: 'known' }> | null,
    comparison: Comparison,
  ) {
    const { row } = pupil
    if (!comparison.ok)
      refuse(
        pupil,
        comparison.concept === 'need' ? ['status', 'need', 'need1'] : [comparison.concept, 'status'],
        comparison.message,
      )
    else if (!match) plan.new.push({ row, pupil, writes: comparison.writes })
    else if (comparison.changes.length === 0) plan.unchanged.push({ row, pupilId: match.pupil.id })
    else
      plan.changed.push({
        row,
        pupilId: match.pupil.id,
        pupil,
        matchedBy: match.by,
        changes: comparison.changes,
        writes: comparison.writes,
      })
  }
}

/** Asks that nobody has answered, as problems: the row is left out until someone does. */
export function unansweredAsProblems(asks: readonly Ask[], columns: readonly Column[]): RowProblem[] {
  return asks.map(({ row, why }) => ({
    row,
    column: columnOf(columns, 'upn')?.header ?? '',
    message:
      why === 'no-upn'
        ? 'UPN is missing and a pupil here has the same name and date of birth: give the UPN, or say on the import page whether it is the same pupil'
        : 'UPN is new and a pupil here has the same name and date of birth: say on the import page whether it is the same pupil',
  }))
}

const NEW_NEEDS =
  'Surname, forename and date of birth must be given for a pupil who is not in the register yet'
const SOMEONE_ELSE =
  'UPN belongs to a pupil here with another name and another date of birth: check which is right'

function detailsOf(pupil: ImportedPupil): PupilDetails | null {
  const { upn, familyName, givenName, preferredName, dateOfBirth, sex, yearGroup, className, homeLanguage } =
    pupil
  if (!familyName || !givenName || !dateOfBirth) return null
  return { upn, familyName, givenName, preferredName, dateOfBirth, sex, yearGroup, className, homeLanguage }
}

function missingConcepts({ familyName, givenName }: ImportedPupil): Concept[] {
  if (!familyName) return ['familyName', 'fullName', 'dateOfBirth']
  return givenName ? ['dateOfBirth', 'upn'] : ['givenName', 'fullName', 'dateOfBirth']
}
