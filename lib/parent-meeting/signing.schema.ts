import { z } from 'zod'
import { chooseAny, optionalDateBoxes, optionalText, ticked } from '@/lib/platform/text.schema'
import { GIVING_METHODS, RECORD_STEPS } from './record.rules'
import { formKey, LIMITS } from './schema'
import { HEARD_AS, PUPIL } from './signing.rules'

const heard = z
  .object({
    heard: z.enum(['', ...HEARD_AS], 'Select what they said').default(''),
    words: optionalText('what they said', LIMITS.text),
  })
  .transform(({ heard: said, words }, ctx) => {
    if (said === '') {
      ctx.issues.push({
        code: 'custom',
        input: said,
        path: ['heard'],
        message: 'Select whether they agreed when it was read back',
      })
      return z.NEVER
    }
    if (said !== 'agreed' && words === null)
      ctx.issues.push({
        code: 'custom',
        input: words,
        path: ['words'],
        message: said === 'differs' ? 'Enter what they see differently' : 'Enter why it was not read back',
      })
    return { heard: said, words }
  })

/** The record read back to each who was there, and signed off (P85, 6.71). */
export const signForm = z.object({
  heard: z.record(z.union([z.literal(PUPIL), z.uuid()]), heard).default({}),
  share: ticked(),
  staff: ticked(),
  formKey,
})

export type SignForm = z.output<typeof signForm>

const copy = z
  .object({
    method: z.enum(['', ...GIVING_METHODS], 'Select how they had their copy').default(''),
    on: optionalDateBoxes('the date'),
  })
  .transform(({ method, on }, ctx) => {
    if (method === '') return null
    if (on === null) ctx.issues.push({ code: 'custom', input: on, path: ['on'], message: 'Enter the date' })
    return on === null ? z.NEVER : { method, on }
  })

/** How and when each parent had their copy of a signed record, and whether staff have it and the MIS is updated (6.71). */
export const givingForm = z
  .object({
    given: z.record(z.uuid(), copy).default({}),
    steps: chooseAny(RECORD_STEPS, 'what is done'),
  })
  .transform(({ given, steps }) => ({
    steps,
    given: Object.entries(given).flatMap(([contactId, copied]) => (copied ? [{ contactId, ...copied }] : [])),
  }))

export type GivingForm = z.output<typeof givingForm>
