import { type ImportPlan, unansweredAsProblems } from './match.rules'
import { leftOutWith } from './people.rules'
import type { Register } from './read.rules'
import type { RowProblem } from './row.rules'
import type { IgnoredRow } from './table.rules'

const byRow = (one: { row: number }, other: { row: number }) => one.row - other.row

/** Every row with something wrong in it, in the order of the file: what could not be read, or be right together with the rest. */
export const problemsIn = (register: Register, plan: ImportPlan): RowProblem[] =>
  [...register.problems, ...plan.problems].sort(byRow)

/** Every row that stays out: the same, with those that wait for somebody's answer. */
export const everyProblem = (register: Register, plan: ImportPlan): RowProblem[] =>
  [...problemsIn(register, plan), ...unansweredAsProblems(plan.asks, register.columns)].sort(byRow)

/** Every row that is no pupil of its own, in the order of the file, with the reason. */
export const everyIgnored = (register: Register, plan: ImportPlan): IgnoredRow[] =>
  [
    ...register.ignored,
    ...plan.ignored,
    ...plan.asks.flatMap((ask) => leftOutWith([ask], ask.pupil.rows)),
  ].sort(byRow)

/** How many rows stay out because they, or another row of the same pupil, must be mended or answered for first. */
export const rowsLeftOut = (register: Register, plan: ImportPlan): number =>
  new Set([
    ...everyProblem(register, plan).map(({ row }) => row),
    ...everyIgnored(register, plan).flatMap(({ row, problemRow }) => (problemRow === undefined ? [] : [row])),
  ]).size
