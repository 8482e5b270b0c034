import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import type { Outcome } from '@/lib/platform/outcome'

// What pages of a cycle bind to their actions; a browser can send anything, so it is checked like the form itself.
const pupil = { schoolSlug: z.string().max(100), pupilId: z.uuid() }

export const pupilPlace = z.object(pupil)
export const cyclePlace = z.object({ ...pupil, cycleId: z.uuid() })
export const cycleVersion = cyclePlace.extend({ version: z.int() })
export const rowVersion = cycleVersion.extend({ id: z.uuid() })

/** Where a page or an action stands, or the 404 that a wrong id and somebody else's share. */
export const placeOf = <Place>(schema: z.ZodType<Place>, given: unknown): Place => {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : notFound()
}

/** The address of a pupil's page. */
export const pupilAddress = ({ schoolSlug, pupilId }: z.output<typeof pupilPlace>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** The address of a cycle, or of one of its pages: `/plan?saved=outcome`. */
export const cycleAddress = (place: z.output<typeof cyclePlace>, page = '') =>
  `${pupilAddress(place)}/cycles/${place.cycleId}${page}`

/** Reads the form, does the one command and goes on; what was typed comes back with what is wrong with it. */
export async function answer<Form, Done>(
  data: FormData,
  schema: z.ZodType<Form>,
  command: (form: Form) => Promise<Outcome<Done>>,
  next: (done: Done) => string,
): Promise<FormState> {
  const { values, input } = readForm(data)
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }
  const outcome = await attempt(command(parsed.data))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(next(outcome.value))
}

/** The same for an act with one button and nothing to fill in. */
export async function act<Done>(command: Promise<Outcome<Done>>, next: string): Promise<FormState> {
  const outcome = await attempt(command)
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(next)
}
