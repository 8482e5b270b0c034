import { csvText } from '@/lib/platform/csv'
import { everyIgnored, everyProblem } from './left-out.rules'
import type { ImportPlan } from './match.rules'
import type { Register } from './read.rules'

/** The column that says what is wrong; an import of the mended file leaves it unused. */
export const WHAT_TO_MEND = 'What to mend'

/**
 * The rows that were left out, as they stand in the file, to be mended and imported again; every row of the pupil goes
 * along, because half of a pupil's needs would replace all of them. Formulas are neutralised (domain.md 3.5).
 */
export function problemFile(register: Register, plan: ImportPlan): string {
  const wrong = new Map<number, string[]>()
  const add = (row: number, sentence: string) => wrong.set(row, [...(wrong.get(row) ?? []), sentence])
  for (const { row, column, message } of everyProblem(register, plan)) {
    add(row, column === '' || message.startsWith(column) ? message : `${column}: ${message}`)
  }
  for (const { row, reason, problemRow } of everyIgnored(register, plan)) {
    if (problemRow !== undefined) add(row, reason)
  }
  const headings = [...register.columns.map(({ header }) => header), WHAT_TO_MEND]
  const rows = register.lines.flatMap(({ row, cells }) => {
    const sentences = wrong.get(row)
    return sentences ? [[...cells, sentences.join('; ')]] : []
  })
  return csvText([headings, ...rows])
}
