'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { linkContact } from '@/lib/contact/commands'
import { linkContactForm } from '@/lib/contact/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

/** Makes a parent already on record a parent of this pupil too. */
export async function submitLink(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(pupilPlace, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    linkContactForm,
    (form) => linkContact(actor, pupilId, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=contact#people`,
  )
}
