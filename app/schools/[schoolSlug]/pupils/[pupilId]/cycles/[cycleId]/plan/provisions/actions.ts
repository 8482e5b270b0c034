'use server'

import type { z } from 'zod'
import { addProvision, changeProvision, removeProvision } from '@/lib/provision/commands'
import { provisionForm } from '@/lib/provision/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { type FormState, versionSeen } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, rowVersion } from '../../../where'

/** Adds a provision to the draft. */
export async function submitProvision(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    provisionForm,
    (form) => addProvision(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/plan?saved=provision'),
  )
}

/** Changes a provision of the draft. */
export async function submitProvisionChange(
  from: z.input<typeof rowVersion>,
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    provisionForm,
    (form) => changeProvision(actor, id, versionSeen(before, version), form, now()),
    () => cycleAddress(place, '/plan?saved=provision'),
  )
}

/** Takes a provision out of the draft. */
export async function submitProvisionRemoval(from: z.input<typeof rowVersion>): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(removeProvision(actor, id, version, now()), cycleAddress(place, '/plan?saved=removed'))
}
