'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { parentToldForm } from '@/lib/parent-notification/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'

/** Records that one parent, or the young person, was told. */
export async function submitParentTold(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(pupilPlace, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    parentToldForm,
    (form) => recordParentTold(actor, pupilId, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}?saved=told#parents-told`,
  )
}
