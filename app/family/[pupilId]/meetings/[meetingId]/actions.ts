'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { askAboutRecord } from '@/lib/record-question/commands'
import { questionForm } from '@/lib/record-question/schema'
import { requireParentOf } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ pupilId: z.uuid(), meetingId: z.uuid() })

/** A parent asks for a line of the record to be explained. */
export async function submitQuestion(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  const { actor } = await requireParentOf(place.pupilId)
  return answer(
    data,
    questionForm,
    (form) => askAboutRecord(actor, place, form, now()),
    () => `/family/${place.pupilId}/meetings/${place.meetingId}?saved=asked`,
  )
}
