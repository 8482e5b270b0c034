import { everyIgnored, everyProblem } from './left-out.rules'
import type { ImportPlan } from './match.rules'
import type { Register } from './read.rules'

/** What `--json` prints: rows counted from the first data row as 1 (issue 2, section 4). */
export type ImportJson = {
  rows: number
  pupils: { new: number; changed: number; unchanged: number }
  problems: { row: number; column: string; message: string }[]
  ignored: { row: number; reason: string }[]
  applied: boolean
}

/** The outcome of an import in the shape issue 2, section 4 fixes. */
export function importJson(register: Register, plan: ImportPlan, applied: boolean): ImportJson {
  return {
    rows: register.rows,
    pupils: { new: plan.new.length, changed: plan.changed.length, unchanged: plan.unchanged.length },
    problems: everyProblem(register, plan).map(({ row, column, message }) => ({ row, column, message })),
    ignored: everyIgnored(register, plan).map(({ row, reason }) => ({ row, reason })),
    applied,
  }
}
