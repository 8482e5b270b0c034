import { z } from 'zod'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Delivered } from '@/lib/do-note/rules'
import { type DoNoteForm, LINES } from '@/lib/do-note/schema'
import { optionalText } from '@/lib/platform/text.schema'

/** The keys of the class sheet, each one tap: whether it was given and, where it was not or in part, why. */
export const TAPS = [
  'given',
  'partly-late',
  'partly-left',
  'partly-interrupted',
  'not-given-away',
  'not-given-event',
  'not-given-no-adult',
  'not-given-unwilling',
] as const

export type Tap = (typeof TAPS)[number]

/** What a key says of a session, as it is kept. */
export const tapSays: Record<Tap, { readonly delivered: Delivered; readonly reason: string | null }> = {
  given: { delivered: 'given', reason: null },
  'partly-late': { delivered: 'partly', reason: 'Began late' },
  'partly-left': { delivered: 'partly', reason: 'Left early' },
  'partly-interrupted': { delivered: 'partly', reason: 'Was interrupted' },
  'not-given-away': { delivered: 'not-given', reason: 'Away' },
  'not-given-event': { delivered: 'not-given', reason: 'Trip or event' },
  'not-given-no-adult': { delivered: 'not-given', reason: 'No adult' },
  'not-given-unwilling': { delivered: 'not-given', reason: 'Did not want to' },
}

/** One tap: the key, the form's own key, and how many notes of today the sheet showed (6.52). */
export const tapForm = z.object({
  formKey: z.uuid(),
  said: z.enum(TAPS),
  seen: z.coerce.number().int().min(0).max(100),
})

/** A tap on a session that was noted already: another key, by whoever noted it or the SENCO. */
export const retapForm = z.object({
  said: z.enum(TAPS),
  doNoteId: z.uuid(),
  version: z.coerce.number().int().min(1),
})

/** A score, one tap or typed, or one line about a session of today. */
export const moreForm = z.object({
  formKey: z.uuid(),
  doNoteId: z.uuid(),
  version: z.coerce.number().int().min(1),
  score: z
    .string()
    .regex(/^\d{1,2}$/)
    .optional(),
  line: optionalText('the line', LINES),
})

const MOST_AT_ONCE = 100

/** Those to be marked as given together, each as its provision and its own form key, joined with a dot. */
export const restForm = z.object({
  rest: z
    .array(
      z
        .string()
        .transform((text) => text.split('.'))
        .pipe(z.tuple([z.uuid(), z.uuid()])),
    )
    .max(MOST_AT_ONCE)
    .transform((rest) => rest.map(([provisionId, formKey]) => ({ provisionId, formKey }))),
  /** Those of them who were away, by their provision. */
  away: z.array(z.uuid()).max(MOST_AT_ONCE).default([]),
})

/** A tap as the Do note it writes: about this provision, today, for staff; it lasted as long as planned. */
export const noteOfTap = (
  tap: { formKey: string; said: Tap },
  about: string,
  today: IsoDate,
): DoNoteForm => ({
  formKey: tap.formKey,
  about,
  ...tapSays[tap.said],
  minutes: null,
  givenBy: null,
  observation: null,
  outcomeId: null,
  measured: null,
  happenedOn: today,
  audience: 'staff',
})
