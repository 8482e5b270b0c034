import { z } from 'zod'
import { chooseOne, optionalDateBoxes } from '@/lib/platform/text.schema'
import { TOLD_METHODS } from './rules'

/** The answer that stands for the young person among the recipients; everyone else is a contact's id. */
export const YOUNG_PERSON = 'young-person'

/** That one parent, or the young person, was told of SEN support: who, how and when (6.43, 6.48, P05). */
export const parentToldForm = z
  .object({
    recipient: z
      .union([z.literal(YOUNG_PERSON), z.uuid('Select who was told')], 'Select who was told')
      .transform((given) => (given === YOUNG_PERSON ? null : given)),
    method: chooseOne(TOLD_METHODS, 'how they were told'),
    toldOn: optionalDateBoxes('the day they were told'),
  })
  .refine(({ method, toldOn }) => method === 'before-import' || toldOn !== null, {
    path: ['toldOn'],
    message: 'Enter the day they were told',
  })

export type ParentToldForm = z.output<typeof parentToldForm>
