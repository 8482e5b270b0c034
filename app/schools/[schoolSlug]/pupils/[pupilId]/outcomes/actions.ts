'use server'

import { z } from 'zod'
import {
  addLongTermOutcome,
  changeLongTermOutcome,
  stepLongTermOutcome,
} from '@/lib/outcome/long-term.commands'
import { lifeForm, longTermForm } from '@/lib/outcome/long-term.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'

const ofOutcome = pupilPlace.extend({ id: z.uuid(), version: z.int() })

const pageOf = (place: z.output<typeof pupilPlace>, rest: string) => `${pupilAddress(place)}/outcomes/${rest}`

/** Proposes a long-term outcome. */
export async function submitLongTerm(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    longTermForm,
    (form) => addLongTermOutcome(actor, place.pupilId, form, now()),
    ({ longTermOutcomeId }) => pageOf(place, `${longTermOutcomeId}?saved=proposed`),
  )
}

/** Changes what a long-term outcome says. */
export async function submitLongTermChange(
  from: z.input<typeof ofOutcome>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(ofOutcome, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    longTermForm,
    (form) => changeLongTermOutcome(actor, id, version, form, now()),
    () => pageOf(place, `${id}?saved=changed`),
  )
}

/** Takes the next step in its life. */
export async function submitStep(
  from: z.input<typeof ofOutcome>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(ofOutcome, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    lifeForm,
    (form) => stepLongTermOutcome(actor, id, version, form, now()),
    () => pageOf(place, `${id}?saved=step`),
  )
}
