'use server'

import { z } from 'zod'
import { endAbsence, recordAbsence, withdrawAbsence } from '@/lib/absence/commands'
import { absenceForm, lastDayForm } from '@/lib/absence/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace, pupilVersion } from '../where'

const absencePlace = pupilVersion.extend({ absenceId: z.uuid() })
type Place = z.input<typeof absencePlace>

const savedAt = (place: z.output<typeof pupilPlace>, saved: string) =>
  `${pupilAddress(place)}/absences?saved=${saved}`

/** Writes down that the pupil is away. */
export async function submitAbsence(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    absenceForm,
    (form) => recordAbsence(actor, place.pupilId, form, now()),
    () => savedAt(place, 'away'),
  )
}

/** Says when an absence ends. */
export async function submitLastDay(from: Place, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(absencePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    lastDayForm,
    (form) => endAbsence(actor, place, form, now()),
    () => savedAt(place, 'away-changed'),
  )
}

/** Takes an absence back that was a mistake. */
export async function submitWithdrawal(from: Place): Promise<FormState> {
  const place = placeOf(absencePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(withdrawAbsence(actor, place, now()), savedAt(place, 'away-withdrawn'))
}
