'use server'

import type { z } from 'zod'
import { lockPlace, placeByHand, setNeeds, takeOut } from '@/lib/meeting-round/place.commands'
import { needsForm, placeForm } from '@/lib/meeting-round/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPupilVersion } from '../../../where'

type From = z.input<typeof roundPupilVersion>

/** Puts the meeting somewhere by hand. */
export async function submitPlace(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundPupilVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    placeForm,
    (form) => placeByHand(actor, place, form, now()),
    () => roundAddress(place, '?saved=placed'),
  )
}

/** Says what the meeting needs. */
export async function submitNeeds(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundPupilVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    needsForm,
    (form) => setNeeds(actor, place, form, now()),
    () => roundAddress(place, `/pupils/${place.roundPupilId}?saved=needs`),
  )
}

/** Keeps the meeting where it is. */
export async function submitLock(from: From): Promise<FormState> {
  const place = placeOf(roundPupilVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(lockPlace(actor, place, true, now()), roundAddress(place, '?saved=kept'))
}

/** Lets the meeting move again. */
export async function submitUnlock(from: From): Promise<FormState> {
  const place = placeOf(roundPupilVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(lockPlace(actor, place, false, now()), roundAddress(place, '?saved=free'))
}

/** Takes the pupil out of the round. */
export async function submitTakingOut(from: From): Promise<FormState> {
  const place = placeOf(roundPupilVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(takeOut(actor, place, now()), roundAddress(place, '?saved=out'))
}
