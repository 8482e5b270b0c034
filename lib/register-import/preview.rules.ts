import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Answers, Ask } from './candidates.rules'
import type { FieldChange } from './changes.rules'
import type { Column } from './columns.rules'
import type { Concept } from './concepts.rules'
import type { KnownInFull, KnownSchool } from './known.rules'
import { everyIgnored, problemsIn, rowsLeftOut } from './left-out.rules'
import type { ImportPlan } from './match.rules'
import type { NeedCode } from './need-words.rules'
import type { ImportedPupil } from './people.rules'
import { endOfSupport } from './pupil-writes.rules'
import type { Register } from './read.rules'
import type { ImportedStatus } from './status-words.rules'
import type { IgnoredRow, TableRow } from './table.rules'

/** So many of each list are shown; all of them are counted, and all are imported. */
export const SHOWN = 200

/** A list cut short for the screen, with how long it is. */
export type Shown<T> = { all: number; first: T[] }

export type NewLine = {
  row: number
  name: string
  yearGroup: number | null
  className: string | null
  status: ImportedStatus | null
  needs: NeedCode[]
}
export type ChangedLine = {
  row: number
  pupilId: string
  name: string
  changes: FieldChange[]
  /** The number of the open cycle that is closed as it stands, because the support ends. */
  closesCycle: number | null
}
export type ProblemLine = { row: number; column: string; found: string; message: string }
export type AskLine = {
  row: number
  name: string
  dateOfBirth: IsoDate | null
  upn: string | null
  candidates: {
    pupilId: string
    name: string
    upn: string | null
    yearGroup: number | null
    className: string | null
    changes: FieldChange[]
  }[]
  /** What was answered: the pupil, `new`, or nothing yet. */
  answer: string | null
}
/** A column of the file with an example from it; `isUsed` where an import takes something from it. */
export type ColumnLine = {
  index: number
  header: string
  concept: Concept | null
  example: string
  isUsed: boolean
}

/** What a dry run found, for the screen. */
export type Preview = {
  rows: number
  counts: { new: number; changed: number; unchanged: number; leftOut: number }
  new: Shown<NewLine>
  changed: Shown<ChangedLine>
  problems: Shown<ProblemLine>
  asks: Shown<AskLine>
  ignored: Shown<IgnoredRow>
  columns: ColumnLine[]
}

type Planned = {
  plan: ImportPlan
  /** Everything that was in question before anybody answered. */
  asks: readonly Ask[]
  answers: Answers
}

/** A dry run as the page shows it: what is new, changed field by field, in question, wrong or left aside. */
export function previewOf(
  register: Register,
  school: KnownSchool,
  { plan, asks, answers }: Planned,
  today: IsoDate,
): Preview {
  const byId = new Map(school.pupils.map((pupil) => [pupil.id, pupil]))
  const lines = new Map(register.lines.map((line) => [line.row, line]))
  return {
    rows: register.rows,
    counts: {
      new: plan.new.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged.length,
      leftOut: rowsLeftOut(register, plan),
    },
    new: shown(plan.new, ({ row, pupil }) => ({
      row,
      name: nameOf(pupil),
      yearGroup: pupil.yearGroup,
      className: pupil.className,
      status: pupil.status,
      needs: pupil.needs,
    })),
    changed: shown(plan.changed, ({ row, pupilId, pupil, changes, writes }) => {
      const known = byId.get(pupilId)
      const lastDay = endOfSupport(writes.statusSteps, today)
      const closes = lastDay !== null && lastDay <= today
      return {
        row,
        pupilId,
        name: nameOf(pupil, known),
        changes,
        closesCycle: closes ? (known?.openCycle?.number ?? null) : null,
      }
    }),
    // Rows in question are shown where they are asked about.
    problems: shown(problemsIn(register, plan), ({ row, column, message }) => ({
      row,
      column,
      message,
      found: cellOf(lines.get(row), register.columns, column),
    })),
    // Those without an answer first: they are the ones to look at.
    asks: shown(
      asks.toSorted((one, other) => Number(answers.has(one.row)) - Number(answers.has(other.row))),
      ({ row, pupil, candidates }) => ({
        row,
        name: nameOf(pupil),
        dateOfBirth: pupil.dateOfBirth,
        upn: pupil.upn,
        answer: answers.get(row) ?? null,
        candidates: candidates.flatMap(({ pupilId, changes }) => {
          const known = byId.get(pupilId)
          if (!known) return []
          const { upn, yearGroup, className } = known
          return [{ pupilId, name: fullName(known), upn, yearGroup, className, changes }]
        }),
      }),
    ),
    ignored: shown(everyIgnored(register, plan), (each) => each),
    columns: columnLines(register.columns, register.lines),
  }
}

/** The columns with an example of each. A review date is agreed in a plan, not imported, so its column is not used. */
export const columnLines = (columns: readonly Column[], lines: readonly TableRow[]): ColumnLine[] =>
  columns.map((column) => ({
    ...column,
    example: cut(
      lines.map(({ cells }) => cells[column.index] ?? '').find((cell) => cell.trim() !== '') ?? '',
    ),
    isUsed: column.concept !== null && column.concept !== 'reviewDue',
  }))

function shown<T, U>(list: readonly T[], line: (each: T) => U): Shown<U> {
  return { all: list.length, first: list.slice(0, SHOWN).map(line) }
}

const fullName = ({ givenName, familyName }: { givenName: string | null; familyName: string | null }) =>
  [givenName, familyName].filter((part) => part !== null).join(' ')

const nameOf = (pupil: ImportedPupil, known?: KnownInFull) =>
  fullName({
    givenName: pupil.givenName ?? known?.givenName ?? null,
    familyName: pupil.familyName ?? known?.familyName ?? null,
  })

const cut = (text: string) =>
  Array.from(text).length > 60 ? `${Array.from(text).slice(0, 60).join('')}…` : text

function cellOf(line: TableRow | undefined, columns: readonly Column[], header: string): string {
  const index = columns.find((column) => column.header === header)?.index
  return cut(index === undefined ? '' : (line?.cells[index] ?? '').trim())
}
