'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { checkWatch } from '@/lib/step-down/commands'
import { watchCheckForm } from '@/lib/step-down/schema'
import { pupilAddress, pupilPlace } from '../where'

/** Writes down how it goes without SEN support. */
export async function submitCheck(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    watchCheckForm,
    (form) => checkWatch(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=watch#step-down`,
  )
}
