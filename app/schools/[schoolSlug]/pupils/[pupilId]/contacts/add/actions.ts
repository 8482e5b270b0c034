'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { addContact } from '@/lib/contact/commands'
import { contactForm } from '@/lib/contact/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid() })

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Adds a parent or carer to the pupil. */
export async function submitContact(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    contactForm,
    (form) => addContact(actor, pupilId, form, now()),
    () => `${pageOf(schoolSlug, pupilId)}?saved=contact#people`,
  )
}
