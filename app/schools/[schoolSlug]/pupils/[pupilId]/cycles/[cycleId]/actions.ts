'use server'

import type { z } from 'zod'
import { beginReview } from '@/lib/cycle/commands'
import { act, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cycleVersion } from '../where'

/** Begins the review and goes to its page. */
export async function submitBeginReview(from: z.input<typeof cycleVersion>): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(beginReview(actor, place.cycleId, version, now()), cycleAddress(place, '/review'))
}
