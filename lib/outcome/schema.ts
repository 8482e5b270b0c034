import { z } from 'zod'
import {
  chooseAny,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { BROAD_AREAS } from '@/lib/sen-status/needs.rules'
import { WISHES } from './long-term.rules'

/** How long a short answer, and one of some lines, may be. */
export const SHORT_TEXT = 200
export const LINES = 500

const NEED_CODE = /^[A-Z]{2,5}$/
const LIST = 'Select a long-term outcome from the list'

/** What a target and a long-term outcome say alike: why it matters, whose wish it is, and the broad areas (P24). */
export const mattersParts = {
  why: optionalText('why it matters', LINES),
  wish: optionalChoice(WISHES, 'whose wish it is'),
  broadAreas: chooseAny(BROAD_AREAS, 'areas from the list'),
}

/** Every part of an outcome; only what the pupil will do must be there, because a draft may be thin (6.48, 9.66). */
export const outcomeForm = z.object({
  willDo: requiredText('what the pupil will do', LINES),
  measure: optionalText('how it will be measured', SHORT_TEXT),
  baseline: optionalText('where the pupil is now', SHORT_TEXT),
  baselineOn: optionalDateBoxes('the day of the baseline'),
  target: optionalText('what the pupil is aiming for', SHORT_TEXT),
  unit: optionalText('what is counted', SHORT_TEXT),
  byOn: optionalDateBoxes('the date it should be reached by'),
  ...mattersParts,
  expectedImpact: optionalText('the impact that is expected', LINES),
  needs: z
    .array(z.string().regex(NEED_CODE, 'Select needs from the list'), 'Select needs from the list')
    .default([]),
  longTermOutcomeId: z
    .union([z.literal(''), z.uuid(LIST)], LIST)
    .default('')
    .transform((given) => (given === '' ? null : given)),
})

export type OutcomeForm = z.output<typeof outcomeForm>
