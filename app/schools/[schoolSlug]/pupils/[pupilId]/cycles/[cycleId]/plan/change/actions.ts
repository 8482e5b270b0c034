'use server'

import { z } from 'zod'
import { dropChange, openChange, publishChange } from '@/lib/plan/change.commands'
import { publishForm } from '@/lib/plan/change.schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'

const changePlace = cyclePlace.extend({ changeId: z.uuid() })

/** Opens a change of the plan. */
export async function submitOpenChange(from: z.input<typeof cyclePlace>): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(openChange(actor, place.cycleId, now()), cycleAddress(place, '/plan/change'))
}

/** Publishes the change as the next version. */
export async function submitPublish(
  from: z.input<typeof changePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(changePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    publishForm,
    (form) => publishChange(actor, place, form, now()),
    () => cycleAddress(place, '/plan?saved=published'),
  )
}

/** Drops the change. */
export async function submitDrop(from: z.input<typeof changePlace>): Promise<FormState> {
  const place = placeOf(changePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(dropChange(actor, place, now()), cycleAddress(place, '/plan?saved=dropped'))
}
