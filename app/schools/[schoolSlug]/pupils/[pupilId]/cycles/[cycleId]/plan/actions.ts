'use server'

import type { z } from 'zod'
import { activatePlan, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { everyDayForm, responsibleForm } from '@/lib/cycle/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { type FormState, versionSeen } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cycleVersion } from '../../where'

type Versioned = z.input<typeof cycleVersion>

/** Brings the plan into force and shares it with the parents. */
export async function submitActivate(from: Versioned): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(activatePlan(actor, place.cycleId, version, now()), cycleAddress(place, '/plan?saved=active'))
}

/** Keeps what holds in every lesson and at home. */
export async function submitEveryDay(from: Versioned, before: FormState, data: FormData): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    everyDayForm,
    (form) => saveEveryDay(actor, place.cycleId, versionSeen(before, version), form, now()),
    () => cycleAddress(place, '/plan?saved=draft'),
  )
}

/** Keeps who is responsible, and the review date. */
export async function submitResponsible(
  from: Versioned,
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    responsibleForm,
    (form) => saveResponsible(actor, place.cycleId, versionSeen(before, version), form, now()),
    () => cycleAddress(place, '/plan?saved=draft'),
  )
}
