import { z } from 'zod'
import {
  ALWAYS,
  optionalDateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '@/lib/platform/text.schema'

/** How long a short answer, and one of some lines, may be. */
export const SHORT_TEXT = 200
export const LINES = 500

/** One provision: what, who, where, how long, how often, with how many, from, until, for which outcomes (6.48). */
export const provisionForm = z
  .object({
    what: requiredText('what will be done', LINES),
    deliveredById: z
      .union(
        [z.literal(''), z.uuid('Select who gives it from the list')],
        'Select who gives it from the list',
      )
      .default('')
      .transform((given) => (given === '' ? null : given)),
    deliverer: optionalText('who gives it', SHORT_TEXT),
    place: optionalText('the place', SHORT_TEXT),
    minutes: optionalWholeNumber('minutes', 1, 600),
    perWeek: optionalWholeNumber('times a week', 1, 50),
    groupSize: optionalWholeNumber('the number of pupils', 1, 60),
    fromOn: optionalDateBoxes('the first day'),
    untilOn: optionalDateBoxes('the last day'),
    outcomeIds: z.array(z.uuid('Select outcomes from the list'), 'Select outcomes from the list').default([]),
  })
  .superRefine(({ deliveredById, deliverer, fromOn, untilOn }, ctx) => {
    if (deliveredById !== null && deliverer !== null)
      ctx.addIssue({
        code: 'custom',
        path: ['deliverer'],
        message: 'Select a member of staff or enter somebody else, not both',
      })
    // A day that could not be read is no day to compare.
    if (typeof fromOn === 'string' && typeof untilOn === 'string' && untilOn < fromOn)
      ctx.addIssue({
        code: 'custom',
        path: ['untilOn'],
        message: 'The last day must be on or after the first day',
      })
  }, ALWAYS)

export type ProvisionForm = z.output<typeof provisionForm>
