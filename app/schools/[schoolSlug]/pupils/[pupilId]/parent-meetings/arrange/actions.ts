'use server'

import type { z } from 'zod'
import { schoolDay } from '@/lib/calendar/iso-date'
import { arrangeParentMeeting } from '@/lib/parent-meeting/commands'
import { arrangeForm } from '@/lib/parent-meeting/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'

/** Arranges the meeting; one on a day that has passed goes on to its record. */
export async function submitMeeting(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(pupilPlace, from)
  const actor = await requireActor(schoolSlug)
  const at = now()
  return answer(
    data,
    arrangeForm,
    (form) => arrangeParentMeeting(actor, pupilId, form, at),
    (done) => {
      const { meetingId, on } = done
      const page = `${pupilAddress({ schoolSlug, pupilId })}/parent-meetings/${meetingId}`
      return on < schoolDay(at) ? `${page}/record?saved=begun` : `${page}?saved=arranged`
    },
  )
}
