'use server'

import { answer } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
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
  return answer(
    data,
    personForm,
    (form) => addPerson(actor, form, now()),
    (done) => `/schools/${encodeURIComponent(schoolSlug)}/people/${done.membershipId}?saved=added`,
  )
}
