'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { addPupil } from '@/lib/pupil/commands'
import { pupilForm } from '@/lib/pupil/schema'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../[pupilId]/where'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string() })

/** Adds a pupil and opens their page. */
export async function submitPupil(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    pupilForm,
    (form) => addPupil(actor, form, now()),
    (done) => `${pupilAddress({ schoolSlug, pupilId: done.pupilId })}?saved=added`,
  )
}
