import { z } from 'zod'
import { ALWAYS, chooseOne, optionalText } from '@/lib/platform/text.schema'
import { pointsIn, WAYS_TOLD } from './rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, text: 4000 } as const

const said = (what: string) => optionalText(what, LIMITS.text)

const boxes = z.object({
  hope: said('what you hope for'),
  'good-news': said('what goes well'),
  concern: said('what is difficult'),
  'what-helps': said('what makes it better or worse'),
  'child-wish': said('what your child wishes'),
  question: said('your question'),
  bringing: optionalText('who comes with you', LIMITS.short),
  formKey: z.uuid('Open the page again, then send the form'),
})

const somethingSaid = (form: z.output<typeof boxes>) => pointsIn(form).length > 0 || form.bringing !== null

/** What a parent brings, from the guides' questions; any box may be left, one is enough (P78 to P80). */
export const pointsForm = boxes.refine(somethingSaid, {
  path: ['hope'],
  message: 'Write in at least one of the boxes',
  ...ALWAYS,
})

export type PointsForm = z.output<typeof pointsForm>

/** The same on the link without an account; of siblings who are met together it says whom it is about. */
export const linkPointsForm = boxes
  .extend({
    about: z.string().regex(/^\d$/, 'Select who it is about').default('0').transform(Number),
  })
  .refine(somethingSaid, { path: ['hope'], message: 'Write in at least one of the boxes', ...ALWAYS })

export type LinkPointsForm = z.output<typeof linkPointsForm>

/** The same, told to somebody at school who types it in for the parent. */
export const toldPointsForm = boxes
  .extend({ how: chooseOne(WAYS_TOLD, 'how they told you') })
  .refine(somethingSaid, {
    path: ['hope'],
    message: 'Write in at least one of the boxes',
    ...ALWAYS,
  })

export type ToldPointsForm = z.output<typeof toldPointsForm>
