'use server'

import { z } from 'zod'
import { correctMeasurement, recordMeasurement } from '@/lib/measurement/commands'
import { measurementCorrectionForm, measurementForm } from '@/lib/measurement/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'

const outcomePlace = cyclePlace.extend({ outcomeId: z.uuid() })
const measurementPlace = outcomePlace.extend({ measurementId: z.uuid() })

/** Keeps one measurement and comes back to the picture, where it stands. */
export async function submitMeasurement(
  from: z.input<typeof outcomePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(outcomePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    measurementForm,
    (form) => recordMeasurement(actor, place, form, now()),
    () => cycleAddress(place, `/do/measurements/${place.outcomeId}?saved=measurement`),
  )
}

/** Puts a measurement right and comes back to the picture. */
export async function submitCorrection(
  from: z.input<typeof measurementPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(measurementPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    measurementCorrectionForm,
    (form) => correctMeasurement(actor, place, form, now()),
    () => cycleAddress(place, `/do/measurements/${place.outcomeId}?saved=correction`),
  )
}
