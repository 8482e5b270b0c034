import { z } from 'zod'
import { dateBoxes, optionalDateBoxes, optionalText } from '@/lib/platform/text.schema'

/** How long a text of several paragraphs may be. */
export const LONG_TEXT = 4000

/** The day a cycle began. */
export const startForm = z.object({ startedOn: dateBoxes('the day the cycle began') })

/** What holds in every lesson and at home, and what pupil and parents hope for (6.37, 6.51). */
export const everyDayForm = z.object({
  aspirations: optionalText('what they hope for', LONG_TEXT),
  inEveryLesson: optionalText('what holds in every lesson', LONG_TEXT),
  atHome: optionalText('what is agreed for home', LONG_TEXT),
})

/** Who answers for the plan, and when it is reviewed (6.36, 6.48). */
export const responsibleForm = z.object({
  responsibleId: z
    .union(
      [z.literal(''), z.uuid('Select who is responsible from the list')],
      'Select who is responsible from the list',
    )
    .default('')
    .transform((given) => (given === '' ? null : given)),
  reviewDue: optionalDateBoxes('the review date'),
})

export type StartForm = z.output<typeof startForm>
export type EveryDayForm = z.output<typeof everyDayForm>
export type ResponsibleForm = z.output<typeof responsibleForm>
