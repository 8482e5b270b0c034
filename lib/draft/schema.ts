import { z } from 'zod'
import { type Answers, MOST_BYTES } from './rules'

const NAME = /^[a-zA-Z][\w-]{0,60}(\.[\w-]{1,60}){0,4}$/
const MOST_FIELDS = 1000

// Postgres cannot keep a null byte, nor UTF-8 half of a surrogate pair; the form itself will say so when it is sent.
const keepable = (text: string) => text.replace(/\0|\p{Cs}/gu, '')
const text = z.string().transform(keepable)

const answers = z
  .record(z.string().regex(NAME), z.union([text, z.array(text).max(200)]))
  .refine((given) => Object.keys(given).length <= MOST_FIELDS)
  .refine((given) => new TextEncoder().encode(JSON.stringify(given)).length <= MOST_BYTES)
  // A password is never kept, whatever a page sends.
  .transform((given): Answers =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !/password/i.test(name))),
  )

const place = { page: z.string().max(300), form: z.string().min(1).max(1000) }

/** Which form of which page a draft belongs to. */
export const draftPlace = z.object(place)

/** A draft as a page sends it; what the form began with comes with the first saving only. */
export const draftToKeep = z.object({ ...place, typed: answers, began: answers.optional() })

export type DraftPlace = z.output<typeof draftPlace>
export type DraftToKeep = z.output<typeof draftToKeep>
