import { z } from 'zod'
import { dateBoxes, optionalDateBoxes, requiredText } from '@/lib/platform/text.schema'

/** A training somebody holds (6.50). */
export const trainingForm = z.object({
  membershipId: z.uuid('Select a member of staff'),
  training: requiredText('what the training was', 200),
  heldOn: dateBoxes('the day of the training'),
  untilOn: optionalDateBoxes('the day it runs out'),
})

export type TrainingForm = z.output<typeof trainingForm>
