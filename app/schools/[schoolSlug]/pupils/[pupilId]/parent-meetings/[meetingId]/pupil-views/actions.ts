'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { keepPupilView } from '@/lib/preparation/commands'
import { pupilViewForm } from '@/lib/preparation/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = pupilPlace.extend({ meetingId: z.uuid() })

/** Keeps what the pupil wants said, in their own words. */
export async function submitPupilView(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    pupilViewForm,
    (form) => keepPupilView(actor, meetingId, form, now()),
    ({ pupilId }) =>
      `${pupilAddress({ schoolSlug, pupilId })}/parent-meetings/${meetingId}/prepare?saved=pupil`,
  )
}
