'use server'

import { z } from 'zod'
import { recordAnswer, recordAttempt } from '@/lib/plan/agreement.commands'
import { answerForm, attemptForm } from '@/lib/plan/agreement.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'

const whosePlace = cyclePlace.extend({ whose: z.uuid().nullable() })

/** Keeps what somebody says of the plan. */
export async function submitAnswer(
  from: z.input<typeof whosePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { whose, ...place } = placeOf(whosePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    answerForm,
    (form) => recordAnswer(actor, place.cycleId, whose, form, now()),
    () => cycleAddress(place, '/plan?saved=answer'),
  )
}

/** Keeps one attempt to ask somebody. */
export async function submitAttempt(
  from: z.input<typeof whosePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { whose, ...place } = placeOf(whosePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    attemptForm,
    (form) => recordAttempt(actor, place.cycleId, whose, form, now()),
    () => cycleAddress(place, '/plan?saved=answer'),
  )
}
