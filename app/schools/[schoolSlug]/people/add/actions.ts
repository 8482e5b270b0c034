'use server'

import { redirect } from 'next/navigation'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { addPerson } from '@/lib/person/commands'
import { personForm } from '@/lib/person/schema'
import { requireActor } from '@/lib/session/require'

/** Adds the person and goes to their page, where the link for a password is made. */
export async function submitPerson(
  schoolSlug: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = personForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(addPerson(actor, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`/schools/${encodeURIComponent(schoolSlug)}/people/${outcome.value.membershipId}?saved=added`)
}
