'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { recordEndTold } from '@/lib/step-down/commands'
import { endToldForm } from '@/lib/step-down/schema'
import { pupilAddress, pupilPlace } from '../where'

/** Records that one parent, or the young person, was told that SEN support ended. */
export async function submitEndTold(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    endToldForm,
    (form) => recordEndTold(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=end-told#step-down`,
  )
}
