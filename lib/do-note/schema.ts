import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '@/lib/platform/text.schema'
import { DELIVERED } from './rules'

/** How long a short answer, one of some lines, and an observation may be. */
export const SHORT_TEXT = 200
export const LINES = 500
export const LONG_TEXT = 4000

/** A note about what goes on in every lesson rather than about one provision. */
export const EVERY_LESSON = 'every-lesson'

const parts = {
  formKey: z.uuid('Open the page again'),
  about: z.union(
    [z.literal(EVERY_LESSON), z.uuid('Select what the note is about')],
    'Select what the note is about',
  ),
  delivered: chooseOne(DELIVERED, 'whether it was given'),
  reason: optionalText('why not', LINES),
  minutes: optionalWholeNumber('minutes', 1, 600),
  givenBy: optionalText('who gave it', SHORT_TEXT),
  observation: optionalText('what you saw', LONG_TEXT),
  outcomeId: z
    .union([z.literal(''), z.uuid('Select an outcome from the list')], 'Select an outcome from the list')
    .default('')
    .transform((given) => (given === '' ? null : given)),
  measured: optionalText('the measure', SHORT_TEXT),
  happenedOn: dateBoxes('the day it is about'),
  audience: chooseOne(['staff', 'parents'], 'who may read it'),
}

type Answers = {
  delivered?: string
  reason?: string | null
  measured?: string | null
  outcomeId?: string | null
}

function sayWhyAndOfWhat({ delivered, reason, measured, outcomeId }: Answers, ctx: z.RefinementCtx) {
  if ((delivered === 'partly' || delivered === 'not-given') && reason === null)
    ctx.addIssue({
      code: 'custom',
      path: ['reason'],
      message: delivered === 'partly' ? 'Enter why it was given only in part' : 'Enter why it was not given',
    })
  if (measured !== null && outcomeId === null)
    ctx.addIssue({ code: 'custom', path: ['outcomeId'], message: 'Select the outcome that was measured' })
}

/** A Do note: what, whether it was given, how long, what was seen, what was measured, which day, who may read it (6.52). */
export const doNoteForm = z.object(parts).superRefine(sayWhyAndOfWhat, ALWAYS)

/** The same note put right, with why: what it said before is kept, and who changed it. */
export const correctionForm = z
  .object({ ...parts, why: requiredText('why you are correcting it', LINES) })
  .superRefine(sayWhyAndOfWhat, ALWAYS)

/** What a teacher asks back about a note, in a few lines (P50). */
export const questionForm = z.object({
  formKey: parts.formKey,
  question: requiredText('what you would like to know', LINES),
})

/** The answer to it, given once. */
export const answerForm = z.object({ answer: requiredText('your answer', LINES) })

/** What the class teacher saw on looking at a provision that somebody else gives (P49). */
export const oversightForm = z.object({
  formKey: parts.formKey,
  provisionId: z.uuid('Select what you looked at'),
  words: requiredText('what you saw, and what should change', LINES),
  lookedOn: dateBoxes('the day you looked'),
})

export type DoNoteForm = z.output<typeof doNoteForm>
export type CorrectionForm = z.output<typeof correctionForm>
export type QuestionForm = z.output<typeof questionForm>
export type OversightForm = z.output<typeof oversightForm>
