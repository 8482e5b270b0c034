'use server'

import type { z } from 'zod'
import { activatePlan, saveConsultation, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { consultationForm, everyDayForm, responsibleForm } from '@/lib/cycle/schema'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { act, answer, cycleAddress, cycleVersion, placeOf } from '../../where'

type Versioned = z.input<typeof cycleVersion>

/** Brings the plan into force and shares it with the parents. */
export async function submitActivate(from: Versioned): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(activatePlan(actor, place.cycleId, version, now()), cycleAddress(place, '/plan?saved=active'))
}

/** Keeps what holds in every lesson and at home. */
export async function submitEveryDay(
  from: Versioned,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    everyDayForm,
    (form) => saveEveryDay(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/plan?saved=draft'),
  )
}

/** Keeps who is responsible, and the review date. */
export async function submitResponsible(
  from: Versioned,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    responsibleForm,
    (form) => saveResponsible(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/plan?saved=draft'),
  )
}

/** Keeps how parents and pupil were consulted. */
export async function submitConsultation(
  from: Versioned,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    consultationForm,
    (form) => saveConsultation(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/plan?saved=draft'),
  )
}
