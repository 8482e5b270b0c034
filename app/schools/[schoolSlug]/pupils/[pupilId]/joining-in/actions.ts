'use server'

import { z } from 'zod'
import { writeParticipation } from '@/lib/participation/commands'
import { participationForm } from '@/lib/participation/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const pupil = z.object({ schoolSlug: z.string().max(100), pupilId: z.uuid() })

/** Writes down how the pupil joined in. */
export async function submitParticipation(
  from: z.input<typeof pupil>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(pupil, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    participationForm,
    (form) => writeParticipation(actor, pupilId, form, now()),
    () => `${pupilAddress({ schoolSlug, pupilId })}/joining-in?saved=participation`,
  )
}
