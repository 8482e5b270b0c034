'use server'

import type { z } from 'zod'
import { writeDoNote } from '@/lib/do-note/commands'
import { noteOversight } from '@/lib/do-note/oversight.commands'
import { doNoteForm, oversightForm } from '@/lib/do-note/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../where'

/** Writes a Do note and comes back to the list, where it stands first. */
export async function submitDoNote(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    doNoteForm,
    (form) => writeDoNote(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/do?saved=note'),
  )
}

/** Keeps what the teacher saw on looking at what somebody else gives. */
export async function submitOversight(
  from: z.input<typeof cyclePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(cyclePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    oversightForm,
    (form) => noteOversight(actor, place.cycleId, form, now()),
    () => cycleAddress(place, '/do?saved=oversight'),
  )
}
