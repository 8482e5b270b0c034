import { z } from 'zod'
import { ALWAYS, chooseOne, dateBoxes, optionalText } from '@/lib/platform/text.schema'
import { type SuggestionAnswerKind, SUGGESTION_ANSWERS } from './rules'

/** Characters for what a parent suggests, and for what is answered. */
export const WORDS_MAX = 2000

/** Which extra help a parent thinks would work, in their words; or that they were asked and had none in mind. */
export const suggestionForm = z
  .object({
    contact: z.uuid('Select who said it'),
    had: chooseOne(['yes', 'no'], 'whether they had something in mind'),
    words: optionalText('what they think would help', WORDS_MAX),
    saidOn: dateBoxes('the day it was said'),
  })
  .superRefine(({ had, words }: { had?: 'yes' | 'no'; words?: string | null }, ctx) => {
    if (had === 'yes' && !words)
      ctx.addIssue({ code: 'custom', path: ['words'], message: 'Enter what they think would help' })
  }, ALWAYS)

/** The school's answer: which part of the plan it became, or a reason that the parent reads. */
export const suggestionAnswerForm = z
  .object({
    answer: chooseOne(SUGGESTION_ANSWERS, 'what the answer is'),
    takenAs: z
      .string()
      .default('')
      .transform((id) => (id === '' ? null : id))
      .pipe(z.uuid('Select the part of the plan').nullable()),
    reason: optionalText('the reason', WORDS_MAX),
  })
  .superRefine(
    (given: { answer?: SuggestionAnswerKind; takenAs?: string | null; reason?: string | null }, ctx) => {
      if (given.answer === 'in-the-plan' && !given.takenAs)
        ctx.addIssue({
          code: 'custom',
          path: ['takenAs'],
          message: 'Select which part of the plan it became',
        })
      if ((given.answer === 'tried' || given.answer === 'not-now') && !given.reason)
        ctx.addIssue({
          code: 'custom',
          path: ['reason'],
          message: 'Enter why, so that the parent can read it',
        })
    },
    ALWAYS,
  )

export type SuggestionForm = z.output<typeof suggestionForm>
export type SuggestionAnswerForm = z.output<typeof suggestionAnswerForm>
