import { z } from 'zod'
import { optionalDateBoxes, optionalText, requiredText } from '@/lib/platform/text.schema'

/** How long a short answer, and one of some lines, may be. */
export const SHORT_TEXT = 200
export const LINES = 500

const NEED_CODE = /^[A-Z]{2,5}$/

/** Every part of an outcome; only what the pupil will do must be there, because a draft may be thin (6.48, 9.66). */
export const outcomeForm = z.object({
  willDo: requiredText('what the pupil will do', LINES),
  measure: optionalText('how it will be measured', SHORT_TEXT),
  baseline: optionalText('where the pupil is now', SHORT_TEXT),
  baselineOn: optionalDateBoxes('the day of the baseline'),
  target: optionalText('what the pupil is aiming for', SHORT_TEXT),
  unit: optionalText('what is counted', SHORT_TEXT),
  byOn: optionalDateBoxes('the date it should be reached by'),
  why: optionalText('why it matters', LINES),
  expectedImpact: optionalText('the impact that is expected', LINES),
  needs: z
    .array(z.string().regex(NEED_CODE, 'Select needs from the list'), 'Select needs from the list')
    .default([]),
})

export type OutcomeForm = z.output<typeof outcomeForm>
