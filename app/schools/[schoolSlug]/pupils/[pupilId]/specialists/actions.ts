'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { changeSpecialist, recordSpecialist } from '@/lib/specialist/commands'
import { specialistForm } from '@/lib/specialist/schema'
import { pupilAddress, pupilPlace } from '../where'
import { specialistVersion } from './where'

/** Records that a specialist was asked, with the parents. */
export async function submitSpecialist(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    specialistForm,
    (form) => recordSpecialist(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=specialist#specialists`,
  )
}

/** Adds what came of it. */
export async function submitSpecialistChange(
  from: z.input<typeof specialistVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(specialistVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    specialistForm,
    (form) => changeSpecialist(actor, place, form, now()),
    () => `${pupilAddress(place)}?saved=specialist#specialists`,
  )
}
