'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { addSuggestion, answerSuggestion } from '@/lib/suggestion/commands'
import { suggestionAnswerForm, suggestionForm } from '@/lib/suggestion/schema'
import { cycleAddress, cyclePlace } from '../../../where'

const newPlace = cyclePlace.extend({ formKey: z.uuid() })
const answerPlace = cyclePlace.extend({ suggestionId: z.uuid() })

/** Writes down which extra help a parent thinks would work. */
export async function submitSuggestion(
  from: z.input<typeof newPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { formKey, ...place } = placeOf(newPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    suggestionForm,
    (form) => addSuggestion(actor, { cycleId: place.cycleId, formKey }, form, now()),
    () => cycleAddress(place, '/assess?saved=suggestion#suggestions'),
  )
}

/** Answers a suggestion where the plan is written. */
export async function submitSuggestionAnswer(
  from: z.input<typeof answerPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { suggestionId, ...place } = placeOf(answerPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    suggestionAnswerForm,
    (form) => answerSuggestion(actor, { cycleId: place.cycleId, suggestionId }, form, now()),
    () => cycleAddress(place, '/plan?saved=suggestion#suggestions'),
  )
}
