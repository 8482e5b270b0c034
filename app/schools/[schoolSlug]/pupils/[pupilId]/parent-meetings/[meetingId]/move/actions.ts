'use server'

import { z } from 'zod'
import { moveParentMeeting } from '@/lib/parent-meeting/commands'
import { moveForm } from '@/lib/parent-meeting/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid(), version: z.int() })

/** Saves when, where, how and with whom a booked meeting will be. */
export async function submitMove(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    moveForm,
    (form) => moveParentMeeting(actor, meetingId, version, form, now()),
    (done) => {
      const pupil = pupilAddress({ schoolSlug, pupilId: done.pupilId })
      return `${pupil}/parent-meetings/${meetingId}?saved=moved`
    },
  )
}
