'use server'

import { z } from 'zod'
import { noteAnswer } from '@/lib/invitation/answer.commands'
import { heardForm } from '@/lib/invitation/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid(), contactId: z.uuid() })

/** Saves what a parent answered, and how. */
export async function submitHeard(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, ...place } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    heardForm,
    (form) => noteAnswer(actor, place, form, now()),
    (done) => {
      const pupil = pupilAddress({ schoolSlug, pupilId: done.pupilId })
      return `${pupil}/parent-meetings/${place.meetingId}?saved=answered`
    },
  )
}
