'use server'

import { z } from 'zod'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { saveSettings } from '@/lib/school/commands'
import { settingsForm } from '@/lib/school/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), version: z.int() })

/** Saves what the school has set. */
export async function submitSettings(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    settingsForm,
    (form) => saveSettings(actor, version, form, now()),
    () => `/schools/${encodeURIComponent(schoolSlug)}/settings?saved=settings&version=${version + 1}`,
  )
}
