import { z } from 'zod'
import { dateBoxes, requiredText } from '@/lib/platform/text.schema'

/** How long a reason may be. */
export const REASON = 500

/** Why a plan is changed and from which day (P30); staff and the family both read the reason. */
export const publishForm = z.object({
  reason: requiredText('why the plan changes', REASON),
  appliesFrom: dateBoxes('the day it applies from'),
})

export type PublishForm = z.output<typeof publishForm>
