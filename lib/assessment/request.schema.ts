import { z } from 'zod'
import { chooseOne, dateBoxes, optionalText, requiredText } from '@/lib/platform/text.schema'
import { SOURCE_KINDS } from './rules'
import { LONG_TEXT, SHORT_TEXT } from './schema'

/** Characters for what is asked of a colleague. */
export const REQUEST_MAX = 500

/** A request to a colleague: whom, for what, and in which words (6.45). */
export const requestForm = z.object({
  askedOfId: z
    .string('Select who you ask')
    .default('')
    .refine((id) => z.uuid().safeParse(id).success, 'Select who you ask'),
  kind: chooseOne(SOURCE_KINDS, 'what you ask for'),
  words: optionalText('what you would like to know', REQUEST_MAX),
})

/** What staff add beside a parent's or the pupil's words (6.45). */
export const annotationForm = z.object({ words: requiredText('your note', LONG_TEXT) })

/** Where the pupil stands in one measure on a day. */
export const baselineForm = z.object({
  measure: requiredText('what was measured', SHORT_TEXT),
  value: requiredText('the result', SHORT_TEXT),
  unit: requiredText('the unit', SHORT_TEXT),
  measuredOn: dateBoxes('the day it was measured'),
})

export type RequestForm = z.output<typeof requestForm>
export type AnnotationForm = z.output<typeof annotationForm>
export type BaselineForm = z.output<typeof baselineForm>
