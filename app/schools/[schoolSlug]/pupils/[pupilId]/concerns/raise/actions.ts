'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { raiseConcern } from '@/lib/concern/commands'
import { concernForm } from '@/lib/concern/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

/** Writes down a concern about the pupil. */
export async function submitConcern(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    concernForm,
    (form) => raiseConcern(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=concern#concerns`,
  )
}
