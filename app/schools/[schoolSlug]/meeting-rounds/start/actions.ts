'use server'

import type { z } from 'zod'
import { startRound } from '@/lib/meeting-round/commands'
import { startForm } from '@/lib/meeting-round/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundsPlace } from '../where'

/** Starts a round. */
export async function submitStart(
  from: z.input<typeof roundsPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(roundsPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    startForm,
    (form) => startRound(actor, form, now()),
    ({ roundId }) => roundAddress({ ...place, roundId }, '?saved=started'),
  )
}
