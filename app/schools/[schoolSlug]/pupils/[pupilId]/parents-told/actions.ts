'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { recordParentTold } from '@/lib/parent-notification/commands'
import { parentToldForm } from '@/lib/parent-notification/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid() })

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Records that one parent, or the young person, was told. */
export async function submitParentTold(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    parentToldForm,
    (form) => recordParentTold(actor, pupilId, form, now()),
    () => `${pageOf(schoolSlug, pupilId)}?saved=told#parents-told`,
  )
}
