import { z } from 'zod'
import { ALWAYS, chooseOne, dateBoxes, optionalText, optionalWholeNumber } from '@/lib/platform/text.schema'
import { DELIVERED } from './rules'

/** How long a short answer, one of some lines, and an observation may be. */
export const SHORT_TEXT = 200
export const LINES = 500
export const LONG_TEXT = 4000

/** A note about what goes on in every lesson rather than about one provision. */
export const EVERY_LESSON = 'every-lesson'

/** A Do note: what, whether it was given, how long, what was seen, what was measured, which day, who may read it (6.52). */
export const doNoteForm = z
  .object({
    formKey: z.uuid('Open the page again'),
    about: z.union(
      [z.literal(EVERY_LESSON), z.uuid('Select what the note is about')],
      'Select what the note is about',
    ),
    delivered: chooseOne(DELIVERED, 'whether it was given'),
    reason: optionalText('why not', LINES),
    minutes: optionalWholeNumber('minutes', 1, 600),
    observation: optionalText('what you saw', LONG_TEXT),
    outcomeId: z
      .union([z.literal(''), z.uuid('Select an outcome from the list')], 'Select an outcome from the list')
      .default('')
      .transform((given) => (given === '' ? null : given)),
    measured: optionalText('the measure', SHORT_TEXT),
    happenedOn: dateBoxes('the day it is about'),
    audience: chooseOne(['staff', 'parents'], 'who may read it'),
  })
  .superRefine(({ delivered, reason, measured, outcomeId }, ctx) => {
    if ((delivered === 'partly' || delivered === 'not-given') && reason === null)
      ctx.addIssue({
        code: 'custom',
        path: ['reason'],
        message:
          delivered === 'partly' ? 'Enter why it was given only in part' : 'Enter why it was not given',
      })
    if (measured !== null && outcomeId === null)
      ctx.addIssue({ code: 'custom', path: ['outcomeId'], message: 'Select the outcome that was measured' })
  }, ALWAYS)

export type DoNoteForm = z.output<typeof doNoteForm>
