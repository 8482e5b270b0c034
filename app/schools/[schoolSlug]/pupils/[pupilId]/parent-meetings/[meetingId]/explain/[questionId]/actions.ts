'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { explainRecord } from '@/lib/record-question/commands'
import { explanationForm } from '@/lib/record-question/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), questionId: z.uuid() })

/** Keeps what a parent is told about a line of the record. */
export async function submitExplanation(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, questionId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    explanationForm,
    (form) => explainRecord(actor, questionId, form, now()),
    ({ pupilId, meetingId }) =>
      `${pupilAddress({ schoolSlug, pupilId })}/parent-meetings/${meetingId}?saved=explained`,
  )
}
