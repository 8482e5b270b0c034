import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
} from '@/lib/platform/text.schema'
import { WAVES } from '@/lib/catalogue/rules'

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
    catalogueEntryId: z
      .union([z.literal(''), z.uuid('Choose from the catalogue again')], 'Choose from the catalogue again')
      .default('')
      .transform((given) => (given === '' ? null : given)),
    form: optionalText('the kind of support', 100),
    wave: optionalChoice(WAVES, 'who it is for'),
    additional: chooseOne(['additional', 'ordinary'], 'whether it is beyond what others get').default(
      'additional',
    ),
    fromOutside: ticked(),
    alsoGivenBy: z.array(z.uuid('Select staff from the list'), 'Select staff from the list').default([]),
    equipment: optionalText('the equipment', SHORT_TEXT),
    inPlaceOn: optionalDateBoxes('the day it was in place'),
    care: ticked(),
    outcomeIds: z.array(z.uuid('Select outcomes from the list'), 'Select outcomes from the list').default([]),
  })
  .superRefine(({ deliveredById, deliverer, fromOutside, equipment, inPlaceOn, fromOn, untilOn }, ctx) => {
    if (deliveredById !== null && fromOutside)
      ctx.addIssue({
        code: 'custom',
        path: ['fromOutside'],
        message: 'Somebody from outside the school is not in the list of staff: enter who it is instead',
      })
    if (equipment === null && typeof inPlaceOn === 'string')
      ctx.addIssue({ code: 'custom', path: ['equipment'], message: 'Enter what was in place from that day' })
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
