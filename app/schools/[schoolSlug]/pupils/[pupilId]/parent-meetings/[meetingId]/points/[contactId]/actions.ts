'use server'

import { z } from 'zod'
import { notePoints } from '@/lib/parent-point/commands'
import { toldPointsForm } from '@/lib/parent-point/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = pupilPlace.extend({ meetingId: z.uuid(), contactId: z.uuid() })

/** Keeps what a parent told the school, in their words. */
export async function submitTold(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, ...place } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  const pupil = pupilAddress({ schoolSlug, pupilId: place.pupilId })
  return answer(
    data,
    toldPointsForm,
    (form) => notePoints(actor, place, form, now()),
    () => `${pupil}/parent-meetings/${place.meetingId}/prepare?saved=points`,
  )
}
