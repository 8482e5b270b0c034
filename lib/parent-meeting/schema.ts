import { z } from 'zod'
import { arrangementShape } from '@/lib/invitation/schema'
import {
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  ticked,
  wholeNumber,
} from '@/lib/platform/text.schema'
import { COPY_METHODS, FORMATS, NOT_HELD_WAYS, PURPOSES } from './record.rules'
import { timeTyped } from './time.rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, lines: 500, text: 4000, actions: 20 } as const

/** A time of day as people type it; `null` where it was left. */
export const timeBox = z
  .string()
  .default('')
  .transform((typed, ctx): string | null => {
    const { time, problem } = timeTyped(typed)
    if (problem) ctx.issues.push({ code: 'custom', input: typed, message: problem })
    return time
  })

const optionalId = (message: string) =>
  z
    .union([z.literal(''), z.uuid(message)], message)
    .default('')
    .transform((id) => id || null)
/** Any number of people or rows, each by its id. */
export const ids = (message: string) =>
  z
    .array(z.string(), message)
    .default([])
    .refine((given) => given.every((id) => z.uuid().safeParse(id).success), message)

/** A form sent twice carries the same key; a meeting is made, or held, once. */
export const formKey = z.uuid('Open the page again, then send the form')

/** Another meeting of the same round, or none. */
export const roundWith = optionalId('Select a meeting from the list')
/** Who leads, or nobody of those who may. */
export const leader = optionalId('Select who leads from the list')

/** When and how a meeting will be, what for and with whom (6.65 to 6.69). */
export const moveForm = z.object({
  on: dateBoxes('the date of the meeting'),
  at: timeBox,
  format: chooseOne(FORMATS, 'how you will meet'),
  place: optionalText('place', LIMITS.short),
  minutes: wholeNumber('the minutes planned', 5, 240),
  purpose: chooseOne(PURPOSES, 'what the meeting is for'),
  alsoReview: ticked(),
  invited: ids('Select who is invited from the list'),
  ledById: leader,
  roundWith,
})

export type MoveForm = z.output<typeof moveForm>

const more = {
  siblings: ids('Select brothers and sisters from the list'),
  inviteNow: ticked(),
  ...arrangementShape,
}

/** The same for a meeting that is not there yet, with siblings met together and all that an invitation says, on one page. */
export const arrangeForm = moveForm.extend({ formKey, ...more })

/** What is arranged without a form, as a round does, may leave out what only the page asks. */
export type ArrangeForm = MoveForm & { formKey: string } & Partial<z.output<z.ZodObject<typeof more>>>

/** That a booked meeting did not take place: who called it off and why, or that nobody came (8.3, C12). */
export const notHeldForm = z
  .object({
    how: chooseOne(NOT_HELD_WAYS, 'what happened'),
    reason: optionalText('reason', LIMITS.lines),
  })
  .superRefine(({ how, reason }, ctx) => {
    if ((how === 'school' || how === 'parent') && reason === null)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why it was cancelled' })
  })

export type NotHeldForm = z.output<typeof notHeldForm>

const copy = z
  .object({
    method: z.enum(['', ...COPY_METHODS], 'Select how they had their copy').default(''),
    on: optionalDateBoxes('the date'),
  })
  .transform(({ method, on }, ctx) => {
    if (method === '') return null
    if (on === null) ctx.issues.push({ code: 'custom', input: on, path: ['on'], message: 'Enter the date' })
    return on === null ? z.NEVER : { method, on }
  })

/** How and when each parent had their copy of the record, by the id of the parent; those left out wait (6.71). */
export const copiesForm = z
  .object({ given: z.record(z.uuid(), copy).default({}) })
  .transform(({ given }) => ({
    given: Object.entries(given).flatMap(([contactId, copied]) => (copied ? [{ contactId, ...copied }] : [])),
  }))

export type CopiesForm = z.output<typeof copiesForm>
