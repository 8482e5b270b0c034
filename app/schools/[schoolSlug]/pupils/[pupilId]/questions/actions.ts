'use server'

import { z } from 'zod'
import { answerQuestion, askQuestion } from '@/lib/open-question/commands'
import { foundForm, questionForm } from '@/lib/open-question/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'

const questionVersion = pupilPlace.extend({ questionId: z.uuid(), version: z.int() })

/** Writes down what is still to be found out. */
export async function submitQuestion(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    questionForm,
    (form) => askQuestion(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=question#questions`,
  )
}

/** Writes down what was found out. */
export async function submitFound(
  from: z.input<typeof questionVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(questionVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    foundForm,
    (form) => answerQuestion(actor, place, form, now()),
    () => `${pupilAddress(place)}?saved=found#questions`,
  )
}
