'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { moveReview } from '@/lib/review/date.commands'
import { moveReviewForm } from '@/lib/review/schema'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cycleVersion } from '../../../where'

/** Agrees another day for the review, or notes the one that is expected once it is late. */
export async function submitMove(
  from: z.input<typeof cycleVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    moveReviewForm,
    (form) => moveReview(actor, place.cycleId, version, form, now()),
    ({ kind }) => cycleAddress(place, `/review?saved=${kind}`),
  )
}
