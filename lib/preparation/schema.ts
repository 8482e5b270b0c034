import { z } from 'zod'
import { chooseOne, dateBoxes, optionalText, requiredText, ticked } from '@/lib/platform/text.schema'
import { GATHERED_HOW } from './rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, text: 4000 } as const

/** What a pupil wants said at a meeting, how it was gathered and with whose help (6.70). */
export const pupilViewForm = z.object({
  words: requiredText('what they said', LIMITS.text),
  how: chooseOne(GATHERED_HOW, 'how they said it'),
  with: optionalText('who helped', LIMITS.short),
  on: dateBoxes('the day'),
  share: ticked(),
  formKey: z.uuid('Open the page again, then send the form'),
})

export type PupilViewForm = z.output<typeof pupilViewForm>
