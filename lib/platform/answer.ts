import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { type FormState, problemsOf, readForm } from './form-state'
import { attempt } from './or-not-found'
import type { Outcome } from './outcome'

/** What a page bound to its action, checked like the form itself; a wrong id and somebody else's share one 404. */
export const placeOf = <Place>(schema: z.ZodType<Place>, given: unknown): Place => {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : notFound()
}

/** Reads the form, does the one command and goes on; what was typed comes back with what is wrong with it. */
export async function answer<Form, Done>(
  data: FormData,
  schema: z.ZodType<Form>,
  command: (form: Form) => Promise<Outcome<Done>>,
  next: (done: Done, form: Form) => string,
): Promise<FormState> {
  const { values, input } = readForm(data)
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }
  const outcome = await attempt(command(parsed.data))
  if (!outcome.ok) {
    const { problems, seen } = outcome
    return seen === undefined ? { values, problems } : { values, problems, seen }
  }
  redirect(next(outcome.value, parsed.data))
}

/** The same for an act with one button and nothing to fill in. */
export async function act<Done>(
  command: Promise<Outcome<Done>>,
  next: string | ((done: Done) => string),
): Promise<FormState> {
  const outcome = await attempt(command)
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(typeof next === 'string' ? next : next(outcome.value))
}
