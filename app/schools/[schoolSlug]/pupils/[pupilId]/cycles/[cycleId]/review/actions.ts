'use server'

import type { z } from 'zod'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { recordReview } from '@/lib/review/commands'
import { reviewForm } from '@/lib/review/schema'
import { requireActor } from '@/lib/session/require'
import { answer, cycleAddress, cycleVersion, placeOf } from '../../where'

/** Records the review, and shows it where it now stands for ever. */
export async function submitReview(
  from: z.input<typeof cycleVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    reviewForm,
    (form) => recordReview(actor, place.cycleId, version, form, now()),
    ({ nextCycleId }) => cycleAddress(place, `/review?saved=${nextCycleId === null ? 'ended' : 'review'}`),
  )
}
