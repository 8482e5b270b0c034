import { z } from 'zod'
import { dateBoxes, requiredText } from '@/lib/platform/text.schema'

/** Characters for what is to be found out, and for what was found. */
export const QUESTION_MAX = 500
export const FOUND_MAX = 4000

/** What is still to be found out, by whom and by when (P19). */
export const questionForm = z.object({
  what: requiredText('what is still to be found out', QUESTION_MAX),
  ownerId: z
    .string('Select who finds it out')
    .default('')
    .refine((id) => z.uuid().safeParse(id).success, 'Select who finds it out'),
  dueOn: dateBoxes('the day by which it is found out'),
})

/** What was found. */
export const foundForm = z.object({
  found: requiredText('what was found', FOUND_MAX),
  foundOn: dateBoxes('the day it was found out'),
})

export type QuestionForm = z.output<typeof questionForm>
export type FoundForm = z.output<typeof foundForm>
