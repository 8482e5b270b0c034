'use server'

import type { z } from 'zod'
import { startCycle } from '@/lib/cycle/commands'
import { startForm } from '@/lib/cycle/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilPlace } from '../../where'
import { cycleAddress } from '../where'

/** Starts the cycle and goes to its Assess page. */
export async function submitStart(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    startForm,
    (form) => startCycle(actor, place.pupilId, form, now()),
    ({ cycleId }) => cycleAddress({ ...place, cycleId }, '/assess?saved=started'),
  )
}
