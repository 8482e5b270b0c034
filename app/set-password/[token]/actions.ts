'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { setPasswordByLink } from '@/lib/session/commands'
import { passwordForm } from '@/lib/session/schema'

/** Sets the password the link was made for; whoever holds the link is the person it was given to. */
export async function setPassword(token: string, _before: FormState, data: FormData): Promise<FormState> {
  const { values, input } = readForm(data)
  const parsed = passwordForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await setPasswordByLink(z.string().max(100).parse(token), parsed.data.password, now())
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect('/sign-in?password-set=1')
}
