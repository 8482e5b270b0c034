'use server'

import { z } from 'zod'
import { amendRecord } from '@/lib/parent-meeting/signing.commands'
import { amendForm } from '@/lib/parent-meeting/held.schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid(), version: z.int() })

/** Keeps a new version of a signed record; the form sent twice does it once. */
export async function submitAmend(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    amendForm,
    (form) => amendRecord(actor, meetingId, version, form, now()),
    ({ pupilId }) => `${pupilAddress({ schoolSlug, pupilId })}/parent-meetings/${meetingId}?saved=amended`,
  )
}
