import { z } from 'zod'

/** Nothing was typed anywhere in the row, so the person did not use it. */
function isBlank(row: unknown): boolean {
  if (typeof row === 'string') return row.trim() === ''
  if (typeof row !== 'object' || row === null) return true
  return Object.values(row).every(isBlank)
}

/**
 * The rows of a list that were filled in, each with its number on the form, so that a rule that looks at several
 * rows can say which one is wrong. Rows left blank are passed over, so a form can offer a few spare ones and
 * work without JavaScript.
 */
export const numberedRows = <Row>(row: z.ZodType<Row>, atMost: number) =>
  z
    .record(z.string(), z.unknown())
    .default({})
    .transform((given, ctx): { row: string; answers: Row }[] => {
      const numbered = Object.entries(given).filter(
        ([index, answers]) => /^\d{1,3}$/.test(index) && !isBlank(answers),
      )
      if (numbered.length > atMost) {
        ctx.issues.push({ code: 'custom', input: given, message: `Enter no more than ${atMost}` })
        return z.NEVER
      }
      return numbered.flatMap(([index, answers]) => {
        const parsed = row.safeParse(answers)
        if (parsed.success) return [{ row: index, answers: parsed.data }]
        for (const issue of parsed.error.issues)
          ctx.issues.push({
            code: 'custom',
            input: answers,
            path: [index, ...issue.path],
            message: issue.message,
          })
        return []
      })
    })

/** The rows of a list that were filled in, in order; a problem keeps the number of its row. */
export const filledRows = <Row>(row: z.ZodType<Row>, atMost: number) =>
  numberedRows(row, atMost).transform((rows) => rows.map(({ answers }) => answers))
