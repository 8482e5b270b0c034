'use server'

import type { z } from 'zod'
import { arrangeRound, closeRound, publishRound } from '@/lib/meeting-round/publish.commands'
import { proposeTimetable } from '@/lib/meeting-round/propose.commands'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { setAllHours, setConstraints, setHours, setRooms } from '@/lib/meeting-round/change.commands'
import { allHoursForm, constraintsForm, hoursForm, publishForm, roomsForm } from '@/lib/meeting-round/schema'
import { requireActor } from '@/lib/session/require'
import { personVersion, roundAddress, roundPlace, roundVersion } from '../where'

type From = z.input<typeof roundVersion>

/** Proposes the whole timetable, around what is to stay. */
export async function submitProposal(from: From): Promise<FormState> {
  const place = placeOf(roundVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(proposeTimetable(actor, place, now()), roundAddress(place, '?saved=proposed'))
}

/** Gives everybody the same hours. */
export async function submitAllHours(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    allHoursForm,
    (form) => setAllHours(actor, place, form, now()),
    () => roundAddress(place, '/hours?saved=hours'),
  )
}

/** Sets when one person is there. */
export async function submitHours(
  from: z.input<typeof personVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(personVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    hoursForm,
    (form) => setHours(actor, place, form, now()),
    () => roundAddress(place, '/hours?saved=hours'),
  )
}

/** Sets the rooms. */
export async function submitRooms(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    roomsForm,
    (form) => setRooms(actor, place, form, now()),
    () => roundAddress(place, '?saved=rooms'),
  )
}

/** Sets how much each constraint matters. */
export async function submitConstraints(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    constraintsForm,
    (form) => setConstraints(actor, place, form, now()),
    () => roundAddress(place, '?saved=constraints'),
  )
}

/** Publishes the round. */
export async function submitPublication(from: From, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(roundVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    publishForm,
    (form) => publishRound(actor, place, form, now()),
    () => roundAddress(place, '?saved=published'),
  )
}

/** Arranges what is not arranged yet. */
export async function submitArranging(from: z.input<typeof roundPlace>): Promise<FormState> {
  const place = placeOf(roundPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(arrangeRound(actor, place.roundId, now()), roundAddress(place, '?saved=arranged'))
}

/** Closes a round that is over. */
export async function submitClosing(from: z.input<typeof roundPlace>): Promise<FormState> {
  const place = placeOf(roundPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(closeRound(actor, place.roundId, now()), roundAddress(place, '?saved=closed'))
}
