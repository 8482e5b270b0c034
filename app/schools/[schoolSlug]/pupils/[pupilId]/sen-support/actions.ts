'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { startSenSupport } from '@/lib/sen-status/commands'
import { senSupportForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid(), version: z.int() })

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Puts the pupil on SEN support. */
export async function submitSenSupport(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    senSupportForm,
    (form) => startSenSupport(actor, pupilId, version, form, now()),
    () => `${pageOf(schoolSlug, pupilId)}?saved=sen-support`,
  )
}
