import { z } from 'zod'
import { chooseOne, dateBoxes, requiredText } from '@/lib/platform/text.schema'

/** How long a place, a reason, and what was seen may be. */
export const SHORT_TEXT = 200
export const LINES = 500
export const LONG_TEXT = 4000

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

const timeOfDay = z
  .string()
  .default('')
  .transform((raw, ctx): string | null => {
    const text = raw.trim()
    if (text === '') return null
    const [, hours, minutes] = TIME.exec(text) ?? []
    if (hours && minutes) return `${hours.padStart(2, '0')}:${minutes}`
    ctx.issues.push({ code: 'custom', input: raw, message: 'Time must be like 10:45' })
    return null
  })

const parts = {
  formKey: z.uuid('Open the page again'),
  seenOn: dateBoxes('the day'),
  at: timeOfDay,
  place: requiredText('where it was', SHORT_TEXT),
  words: requiredText('what you saw', LONG_TEXT),
  audience: chooseOne(['staff', 'parents'], 'who may read it'),
}

/** Watching a pupil, in a lesson or at break: the place, the time, what was seen (P41). */
export const observationForm = z.object(parts)

/** The same put right, with why; what it said before stays readable. */
export const observationCorrectionForm = z.object({
  ...parts,
  why: requiredText('why you are correcting it', LINES),
})

export type ObservationForm = z.output<typeof observationForm>
export type ObservationCorrection = z.output<typeof observationCorrectionForm>
