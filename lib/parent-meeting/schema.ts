import { z } from 'zod'
import { arrangementShape } from '@/lib/invitation/schema'
import { filledRows } from '@/lib/platform/rows.schema'
import {
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
  wholeNumber,
} from '@/lib/platform/text.schema'
import { COPY_METHODS, FORMATS, NOT_HELD_WAYS, PUPIL_PARTS, PURPOSES } from './record.rules'
import { timeTyped } from './time.rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, lines: 500, text: 4000, actions: 20 } as const

const timeBox = z
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
const ids = (message: string) =>
  z
    .array(z.string(), message)
    .default([])
    .refine((given) => given.every((id) => z.uuid().safeParse(id).success), message)

/** A form sent twice carries the same key; a meeting is made, or held, once. */
const formKey = z.uuid('Open the page again, then send the form')

const roundWith = optionalId('Select a meeting from the list')
const leader = optionalId('Select who leads from the list')

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

const said = (what: string) => optionalText(what, LIMITS.text)

const action = z.object({
  who: requiredText('who will do it', LIMITS.short),
  what: requiredText('what they will do', LIMITS.lines),
  by: optionalDateBoxes('the date'),
})

/** A meeting as held: who came, who led, and what was agreed, all at once or the record later (6.65 to 6.71). */
export const heldForm = z
  .object({
    came: ids('Select who came from the list'),
    pupilPart: chooseOne(PUPIL_PARTS, 'what part the pupil had'),
    pupilPartNote: optionalText('reason', LIMITS.lines),
    ledById: leader,
    staff: ids('Select staff from the list'),
    heldOn: dateBoxes('the date the meeting was held'),
    format: chooseOne(FORMATS, 'how you met'),
    minutes: optionalWholeNumber('minutes', 1, 600),
    alsoReview: ticked(),
    outcomesAgreed: said('what was said about the outcomes'),
    supportAgreed: said('activities and support'),
    parentWillDo: said('what the parents will do'),
    pupilWillDo: said('what the pupil will do'),
    schoolWillDo: said('what the school will do'),
    worries: said('worries'),
    atHome: said('how things are at home'),
    nextMeeting: optionalText('next meeting', LIMITS.short),
    actions: filledRows(action, LIMITS.actions),
    share: ticked(),
    roundWith,
    formKey,
  })
  .superRefine((form, ctx) => {
    if (!hasBegunRecord(form)) return
    const later = ', or leave the whole record until later'
    if (form.outcomesAgreed === null)
      ctx.addIssue({
        code: 'custom',
        path: ['outcomesAgreed'],
        message: `Enter what was agreed about the outcomes${later}`,
      })
    if (form.supportAgreed === null)
      ctx.addIssue({
        code: 'custom',
        path: ['supportAgreed'],
        message: `Enter the activities and support agreed${later}`,
      })
  })

export type HeldForm = z.output<typeof heldForm>

/** Whether anything of the record was written; a record left for later is none at all. */
export const hasBegunRecord = (form: {
  outcomesAgreed: string | null
  supportAgreed: string | null
  parentWillDo: string | null
  pupilWillDo: string | null
  schoolWillDo: string | null
  worries: string | null
  atHome: string | null
  nextMeeting: string | null
  actions: readonly unknown[]
}): boolean =>
  form.actions.length > 0 ||
  [
    form.outcomesAgreed,
    form.supportAgreed,
    form.parentWillDo,
    form.pupilWillDo,
    form.schoolWillDo,
    form.worries,
    form.atHome,
    form.nextMeeting,
  ].some((text) => text !== null)

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
