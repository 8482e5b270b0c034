'use server'

import { z } from 'zod'
import {
  addSource,
  changeSource,
  saveParentViews,
  savePupilViews,
  saveSummary,
} from '@/lib/assessment/commands'
import { addBaseline, annotate } from '@/lib/assessment/beside.commands'
import { askColleague, withdrawRequest } from '@/lib/assessment/request.commands'
import { annotationForm, baselineForm, requestForm } from '@/lib/assessment/request.schema'
import { parentViewsForm, pupilViewsForm, sourceForm, summaryForm } from '@/lib/assessment/schema'
import { goToPlan } from '@/lib/cycle/commands'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, cycleVersion, rowVersion } from '../../where'

type Place = z.input<typeof cyclePlace>
const rowPlace = cyclePlace.extend({ id: z.uuid() })
const besidePlace = cyclePlace.extend({
  about: z.enum(['parent-views', 'pupil-views', 'source']),
  sourceId: z.uuid().nullable(),
})

type Versioned = z.input<typeof cycleVersion>

/** Agrees the assessment and goes to the plan. */
export async function submitGoToPlan(from: Versioned): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return act(goToPlan(actor, place.cycleId, version, now()), cycleAddress(place, '/plan'))
}

/** Adds a source to the assessment. */
export async function submitSource(from: Place, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    sourceForm,
    (form) => addSource(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/assess?saved=source'),
  )
}

/** Puts a source right. */
export async function submitSourceChange(
  from: z.input<typeof rowVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { id, version, ...place } = placeOf(rowVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    sourceForm,
    (form) => changeSource(actor, id, version, form, now()),
    () => cycleAddress(place, '/assess?saved=source'),
  )
}

/** Keeps what the parents say. */
export async function submitParentViews(
  from: Versioned,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    parentViewsForm,
    (form) => saveParentViews(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/assess?saved=views'),
  )
}

/** Keeps what the pupil says. */
export async function submitPupilViews(
  from: Versioned,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    pupilViewsForm,
    (form) => savePupilViews(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/assess?saved=views'),
  )
}

/** Keeps strengths, barriers and the summary of need. */
export async function submitSummary(from: Versioned, _before: FormState, data: FormData): Promise<FormState> {
  const { version, ...place } = placeOf(cycleVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    summaryForm,
    (form) => saveSummary(actor, place.cycleId, version, form, now()),
    () => cycleAddress(place, '/assess?saved=summary'),
  )
}

/** Asks a colleague what they know. */
export async function submitRequest(from: Place, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    requestForm,
    (form) => askColleague(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/assess?saved=request#requests'),
  )
}

/** Takes a request back. */
export async function submitWithdrawal(from: z.input<typeof rowPlace>): Promise<FormState> {
  const { id, ...place } = placeOf(rowPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return act(withdrawRequest(actor, id, now()), cycleAddress(place, '/assess?saved=withdrawn#requests'))
}

/** Sets a note beside a family's words. */
export async function submitAnnotation(
  from: z.input<typeof besidePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { about, sourceId, ...place } = placeOf(besidePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    annotationForm,
    (form) => annotate(actor, place.cycleId, { about, sourceId }, form, now()),
    () => cycleAddress(place, '/assess?saved=annotation'),
  )
}

/** Writes down a starting point. */
export async function submitBaseline(from: Place, _before: FormState, data: FormData): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    baselineForm,
    (form) => addBaseline(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/assess?saved=baseline#baselines'),
  )
}
