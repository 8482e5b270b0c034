import { z } from 'zod'
import { chooseAny, chooseOne, dateBoxes, requiredText } from '@/lib/platform/text.schema'
import { DECISIONS, RAISED_BY, SIGNS } from './rules'

/** Characters for a concern and for its answer. */
export const WORDS_MAX = 4000

/** A concern in the words of whose it is; the signs of 6.17 are for staff, the parent for a parent's (P02, P08, P17). */
export const concernForm = z
  .object({
    raisedBy: chooseOne(RAISED_BY, 'whose concern this is'),
    contactId: z
      .union([z.literal(''), z.uuid('Select the parent or carer')], 'Select the parent or carer')
      .default('')
      .transform((given) => (given === '' ? null : given)),
    raisedOn: dateBoxes('the day the concern was raised'),
    words: requiredText('the concern', WORDS_MAX),
    signs: chooseAny(SIGNS, 'signs from the list'),
  })
  .refine(({ raisedBy, contactId }) => raisedBy !== 'parent' || contactId !== null, {
    path: ['contactId'],
    message: 'Select the parent or carer whose concern this is',
  })

/** The answer to a concern: what was decided, why, and when (6.21 to 6.24, P03). */
export const concernAnswerForm = z.object({
  decision: chooseOne(DECISIONS, 'what was decided'),
  answer: requiredText('the reason, and what was said to whoever raised it', WORDS_MAX),
  answeredOn: dateBoxes('the day it was answered'),
})

export type ConcernForm = z.output<typeof concernForm>
export type ConcernAnswerForm = z.output<typeof concernAnswerForm>
