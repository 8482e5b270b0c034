'use server'

import { z } from 'zod'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { endTraining, recordTraining } from '@/lib/training/commands'
import { trainingForm } from '@/lib/training/schema'

// Bound by the page, but a browser can send anything: checked like the form itself.
const school = z.object({ schoolSlug: z.string().max(100) })
const training = school.extend({ trainingId: z.uuid(), version: z.int() })

const base = (schoolSlug: string) => `/schools/${encodeURIComponent(schoolSlug)}/training`

/** Records a training that somebody holds. */
export async function submitTraining(
  from: z.input<typeof school>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug } = placeOf(school, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    trainingForm,
    (form) => recordTraining(actor, form, now()),
    () => `${base(schoolSlug)}?saved=recorded`,
  )
}

/** Ends a training. */
export async function submitEndTraining(from: z.input<typeof training>): Promise<FormState> {
  const { schoolSlug, trainingId, version } = placeOf(training, from)
  const actor = await requireActor(schoolSlug)
  return act(endTraining(actor, trainingId, version, now()), `${base(schoolSlug)}?saved=ended`)
}
