import { z } from 'zod'
import {
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { LIFE } from './long-term.rules'
import { LINES, mattersParts } from './schema'

/** What a pupil is on the way to across cycles; it has no start and no mark of its own, because its targets have (R09). */
export const longTermForm = z.object({
  willDo: requiredText('what the pupil will do', LINES),
  byOn: optionalDateBoxes('the date it should be reached by'),
  ...mattersParts,
})

/** A step in the life of a long-term outcome. */
export const lifeForm = z.object({
  status: chooseOne(LIFE, 'what comes next'),
  on: dateBoxes('the day'),
  reason: optionalText('why', LINES),
})

export type LongTermForm = z.output<typeof longTermForm>
export type LifeForm = z.output<typeof lifeForm>
