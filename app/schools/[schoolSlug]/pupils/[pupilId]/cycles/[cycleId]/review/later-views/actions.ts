'use server'

import type { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { laterViewsForm } from '@/lib/review/schema'
import { addLaterViews } from '@/lib/review/views.commands'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'

/** Adds what was said after a review, or one more invitation. */
export async function submitLaterViews(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    laterViewsForm,
    (form) => addLaterViews(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/review?saved=views'),
  )
}
