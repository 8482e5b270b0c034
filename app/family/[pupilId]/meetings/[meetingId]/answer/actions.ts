'use server'

import { z } from 'zod'
import { answerInvitation } from '@/lib/invitation/answer.commands'
import { answerForm } from '@/lib/invitation/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireParentOf } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ pupilId: z.uuid(), meetingId: z.uuid() })

/** Keeps the answer of a parent who is signed in. */
export async function submitOwnAnswer(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  const { actor } = await requireParentOf(place.pupilId)
  return answer(
    data,
    answerForm,
    (form) => answerInvitation(actor, place, form, now()),
    () => `/family/${place.pupilId}?saved=answered`,
  )
}
