'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
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
  const { schoolSlug, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = settingsForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(saveSettings(actor, version, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`/schools/${encodeURIComponent(schoolSlug)}/settings?saved=settings&version=${version + 1}`)
}
