'use server'

import { z } from 'zod'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import { hasBegunRecord, heldForm } from '@/lib/parent-meeting/held.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid(), version: z.int() })

/** Records the meeting as held, or changes its record; the form sent twice does it once. */
export async function submitRecord(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    heldForm,
    (form) => recordHeldMeeting(actor, meetingId, version, form, now()),
    (done, form) => {
      const here = `${pupilAddress({ schoolSlug, pupilId: done.pupilId })}/parent-meetings/${meetingId}`
      return form.then === 'read-back' && hasBegunRecord(form) ? `${here}/read-back` : `${here}?saved=held`
    },
  )
}
