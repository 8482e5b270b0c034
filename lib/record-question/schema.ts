import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/platform/text.schema'

/** How long a question and an answer may be; the hints say it. */
export const QUESTION_LIMITS = { words: 1000, answer: 2000 } as const

const LONGEST_KEY = 40

/** Which line of a record a parent would like explained, and what about it (P84). */
export const questionForm = z.object({
  line: z.string('Select a line of the record').min(1, 'Select a line of the record').max(LONGEST_KEY),
  words: optionalText('what you would like to know', QUESTION_LIMITS.words),
  formKey: z.uuid('Open the page again, then send the form'),
})

export type QuestionForm = z.output<typeof questionForm>

/** What the school answers. */
export const explanationForm = z.object({
  words: requiredText('the explanation', QUESTION_LIMITS.answer),
})

export type ExplanationForm = z.output<typeof explanationForm>
