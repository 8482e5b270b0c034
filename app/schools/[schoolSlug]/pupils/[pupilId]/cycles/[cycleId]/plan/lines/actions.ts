'use server'

import type { z } from 'zod'
import { addPlanLine, changePlanLine, removePlanLine } from '@/lib/plan-line/commands'
import { planLineForm } from '@/lib/plan-line/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { type FormState, versionSeen } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, rowVersion } from '../../../where'

/** Adds a line for every day to the draft. */
export async function submitPlanLine(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    planLineForm,
    (form) => addPlanLine(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/plan?saved=line#every-day'),
  )
}

/** Changes a line of the draft. */
export async function submitPlanLineChange(
  from: z.input<typeof rowVersion>,
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    planLineForm,
    (form) => changePlanLine(actor, id, versionSeen(before, version), form, now()),
    () => cycleAddress(place, '/plan?saved=line#every-day'),
  )
}

/** Takes a line out of the draft. */
export async function submitPlanLineRemoval(from: z.input<typeof rowVersion>): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(removePlanLine(actor, id, version, now()), cycleAddress(place, '/plan?saved=removed#every-day'))
}
