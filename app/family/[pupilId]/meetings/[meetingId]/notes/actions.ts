'use server'

import { z } from 'zod'
import { keepFamilyNote } from '@/lib/family-note/commands'
import { familyNoteForm } from '@/lib/family-note/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireParentOf } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ pupilId: z.uuid(), meetingId: z.uuid(), version: z.int() })

/** Keeps a parent's own notes of a meeting. */
export async function submitNote(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  const { actor } = await requireParentOf(place.pupilId)
  return answer(
    data,
    familyNoteForm,
    (form) => keepFamilyNote(actor, place, form, now()),
    () => `/family/${place.pupilId}/meetings/${place.meetingId}/notes?saved=kept`,
  )
}
