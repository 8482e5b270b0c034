'use server'

import { z } from 'zod'
import { correctDoNote } from '@/lib/do-note/commands'
import { answerAboutDoNote, askAboutDoNote } from '@/lib/do-note/oversight.commands'
import { answerForm, correctionForm, questionForm } from '@/lib/do-note/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'

const notePlace = cyclePlace.extend({ doNoteId: z.uuid() })
const noteVersion = notePlace.extend({ version: z.int() })
const questionPlace = notePlace.extend({ questionId: z.uuid() })

const noteAddress = (place: z.output<typeof notePlace>, saved: string) =>
  cycleAddress(place, `/do/notes/${place.doNoteId}?saved=${saved}`)

/** Puts the note right and comes back to it, with what it said before. */
export async function submitNoteCorrection(
  from: z.input<typeof noteVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(noteVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    correctionForm,
    (form) => correctDoNote(actor, place, form, now()),
    () => noteAddress(place, 'correction'),
  )
}

/** Asks back about the note. */
export async function submitQuestion(
  from: z.input<typeof notePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(notePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    questionForm,
    (form) => askAboutDoNote(actor, place, form, now()),
    () => noteAddress(place, 'question'),
  )
}

/** Answers a question about the note. */
export async function submitAnswer(
  from: z.input<typeof questionPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(questionPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    answerForm,
    (form) => answerAboutDoNote(actor, place, form.answer, now()),
    () => noteAddress(place, 'answer'),
  )
}
