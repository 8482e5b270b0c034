'use server'

import type { z } from 'zod'
import { addOutcome, changeOutcome, removeOutcome } from '@/lib/outcome/commands'
import { outcomeForm } from '@/lib/outcome/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { type FormState, versionSeen } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, rowVersion } from '../../../where'

/** Adds an outcome to the draft. */
export async function submitOutcome(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    outcomeForm,
    (form) => addOutcome(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/plan?saved=outcome'),
  )
}

/** Changes an outcome of the draft. */
export async function submitOutcomeChange(
  from: z.input<typeof rowVersion>,
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    outcomeForm,
    (form) => changeOutcome(actor, id, versionSeen(before, version), form, now()),
    () => cycleAddress(place, '/plan?saved=outcome'),
  )
}

/** Takes an outcome out of the draft. */
export async function submitOutcomeRemoval(from: z.input<typeof rowVersion>): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(removeOutcome(actor, id, version, now()), cycleAddress(place, '/plan?saved=removed'))
}
