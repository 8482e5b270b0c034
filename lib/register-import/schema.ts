import { z } from 'zod'
import type { Mapping } from './columns.rules'
import type { Concept } from './concepts.rules'
import { CONCEPTS } from './meanings.rules'
import { SOMEBODY_NEW } from './answers.rules'

const concept = z.enum(CONCEPTS, 'Select what the column is')

const chosenConcept = z
  .string()
  .default('')
  .transform((given, ctx): Concept | null => {
    if (given === '') return null
    const found = concept.safeParse(given)
    if (found.success) return found.data
    ctx.issues.push({ code: 'custom', input: given, message: 'Select what the column is' })
    return null
  })

/** What each column of the file is, by its place; one left alone is not used. */
export const mappingForm = z.object({
  columns: z.record(z.string().regex(/^\d{1,3}$/), chosenConcept).default({}),
})

/** Which pupil each row in question is about, by row; one left alone stays out. */
export const answersForm = z.object({
  answers: z
    .record(
      z.string().regex(/^\d{1,6}$/),
      z.union([z.uuid(), z.literal([SOMEBODY_NEW, ''])], 'Select who the row is about'),
    )
    .default({}),
})

/** A mapping as it was kept; one that cannot be read says nothing. */
export const keptMapping = z
  .partialRecord(concept, z.string().nullable())
  .catch({})
  .transform((kept): Mapping => kept)

/** What an import came to, in counts only. */
export const importSummary = z.object({
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  leftOut: z.number(),
})

export type ImportSummary = z.output<typeof importSummary>
