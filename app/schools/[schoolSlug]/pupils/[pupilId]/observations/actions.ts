'use server'

import { z } from 'zod'
import { correctObservation, writeObservation } from '@/lib/observation/commands'
import { observationCorrectionForm, observationForm } from '@/lib/observation/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'

const observationPlace = pupilPlace.extend({ observationId: z.uuid() })

/** Writes down what was seen and comes back to the list, where it stands first. */
export async function submitObservation(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    observationForm,
    (form) => writeObservation(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}/observations?saved=observation`,
  )
}

/** Puts an observation right and comes back to the list. */
export async function submitObservationCorrection(
  from: z.input<typeof observationPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(observationPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    observationCorrectionForm,
    (form) => correctObservation(actor, place, form, now()),
    () => `${pupilAddress(place)}/observations?saved=correction`,
  )
}
