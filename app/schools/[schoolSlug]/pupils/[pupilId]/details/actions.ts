'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { changePupil } from '@/lib/pupil/commands'
import { pupilChangeForm } from '@/lib/pupil/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid(), version: z.int() })

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Puts right what the roll says of a pupil. */
export async function submitDetails(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    pupilChangeForm,
    (form) => changePupil(actor, pupilId, version, form, now()),
    () => `${pageOf(schoolSlug, pupilId)}?saved=details`,
  )
}
