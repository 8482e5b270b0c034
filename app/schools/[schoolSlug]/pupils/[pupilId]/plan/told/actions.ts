'use server'

import type { z } from 'zod'
import { recordResponsibleTold } from '@/lib/plan/told.commands'
import { responsibleToldForm } from '@/lib/plan/told.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

/** Records that one parent, or the young person, was told who answers for the support now. */
export async function submitResponsibleTold(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    responsibleToldForm,
    (form) => recordResponsibleTold(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=responsible-told#responsible-told`,
  )
}
