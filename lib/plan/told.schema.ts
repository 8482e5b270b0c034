import { z } from 'zod'
import { YOUNG_PERSON } from '@/lib/parent-notification/schema'
import { chooseOne, dateBoxes } from '@/lib/platform/text.schema'
import { RESPONSIBLE_TOLD_METHODS } from './told.rules'

/** That one parent, or the young person, was told who answers for the support now (P31). */
export const responsibleToldForm = z.object({
  recipient: z
    .union([z.literal(YOUNG_PERSON), z.uuid('Select who was told')], 'Select who was told')
    .transform((given) => (given === YOUNG_PERSON ? null : given)),
  method: chooseOne(RESPONSIBLE_TOLD_METHODS, 'how they were told'),
  toldOn: dateBoxes('the day they were told'),
})

export type ResponsibleToldForm = z.output<typeof responsibleToldForm>
