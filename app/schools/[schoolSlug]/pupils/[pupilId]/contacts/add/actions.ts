'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { addContact } from '@/lib/contact/commands'
import { contactForm } from '@/lib/contact/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

/** Adds a parent or carer to the pupil. */
export async function submitContact(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(pupilPlace, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    contactForm,
    (form) => addContact(actor, pupilId, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=contact#people`,
  )
}
