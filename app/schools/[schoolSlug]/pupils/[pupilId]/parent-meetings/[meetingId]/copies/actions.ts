'use server'

import { z } from 'zod'
import { recordCopies } from '@/lib/parent-meeting/copies.commands'
import { givingForm } from '@/lib/parent-meeting/signing.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid() })

/** Saves how and when parents had their copy of the record. */
export async function submitCopies(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    givingForm,
    (form) => recordCopies(actor, meetingId, form, now()),
    (done) => {
      const pupil = pupilAddress({ schoolSlug, pupilId: done.pupilId })
      return `${pupil}/parent-meetings/${meetingId}?saved=copies`
    },
  )
}
