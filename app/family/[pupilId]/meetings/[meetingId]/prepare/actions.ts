'use server'

import { z } from 'zod'
import { bringPoints } from '@/lib/parent-point/commands'
import { pointsForm } from '@/lib/parent-point/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireParentOf } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ pupilId: z.uuid(), meetingId: z.uuid() })

/** Keeps what a parent who is signed in brings to a meeting. */
export async function submitOwnPoints(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  const { actor } = await requireParentOf(place.pupilId)
  return answer(
    data,
    pointsForm,
    (form) => bringPoints(actor, place, form, now()),
    () => `/family/${place.pupilId}/meetings/${place.meetingId}/prepare?saved=sent`,
  )
}
