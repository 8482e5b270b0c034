import { z } from 'zod'
import { YOUNG_PERSON } from '@/lib/parent-notification/schema'
import { chooseOne, dateBoxes, requiredText } from '@/lib/platform/text.schema'
import { END_TOLD_METHODS, GOINGS } from './rules'

/** How long what was seen may be. */
export const LONG_TEXT = 4000

/** One check of how it goes without SEN support. */
export const watchCheckForm = z.object({
  checkedOn: dateBoxes('the day of the check'),
  going: chooseOne(GOINGS, 'how it goes'),
  words: requiredText('what shows it', LONG_TEXT),
})

/** That one parent, or the young person, was told that SEN support ended. */
export const endToldForm = z.object({
  recipient: z
    .union([z.literal(YOUNG_PERSON), z.uuid('Select who was told')], 'Select who was told')
    .transform((given) => (given === YOUNG_PERSON ? null : given)),
  method: chooseOne(END_TOLD_METHODS, 'how they were told'),
  toldOn: dateBoxes('the day they were told'),
})

export type WatchCheckForm = z.output<typeof watchCheckForm>
export type EndToldForm = z.output<typeof endToldForm>
