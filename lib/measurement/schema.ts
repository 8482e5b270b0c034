import { z } from 'zod'
import { chooseOne, dateBoxes, optionalText, requiredText } from '@/lib/platform/text.schema'

/** How long a value, and a line beside it, may be. */
export const SHORT_TEXT = 200
export const LINES = 500

const formKey = z.uuid('Open the page again')

/** One value of an outcome's measure: what, on which day, and who may read it (P56). */
export const measurementForm = z.object({
  formKey,
  value: requiredText('what was measured', SHORT_TEXT),
  note: optionalText('the note', LINES),
  measuredOn: dateBoxes('the day it was measured'),
  audience: chooseOne(['staff', 'parents'], 'who may read it'),
})

/** Puts a value right, or takes it back, and says why; what stood there stays readable. */
export const measurementCorrectionForm = z
  .object({
    formKey,
    keep: chooseOne(['changed', 'taken-back'], 'what to do with it'),
    value: optionalText('what was measured', SHORT_TEXT),
    note: optionalText('the note', LINES),
    measuredOn: dateBoxes('the day it was measured'),
    why: requiredText('why it is corrected', LINES),
  })
  .superRefine(({ keep, value }, ctx) => {
    if (keep === 'changed' && value === null)
      ctx.addIssue({ code: 'custom', path: ['value'], message: 'Enter what was measured' })
  })

export type MeasurementForm = z.output<typeof measurementForm>
export type MeasurementCorrection = z.output<typeof measurementCorrectionForm>
