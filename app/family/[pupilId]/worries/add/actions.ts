'use server'

import { z } from 'zod'
import { tellSchool } from '@/lib/concern/family.commands'
import { worryForm } from '@/lib/concern/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireParentOf } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ pupilId: z.uuid() })

/** Keeps what a parent tells the school of a worry. */
export async function submitWorry(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  const { actor } = await requireParentOf(place.pupilId)
  return answer(
    data,
    worryForm,
    (form) => tellSchool(actor, place.pupilId, form, now()),
    () => `/family/${place.pupilId}?saved=told#worries`,
  )
}
