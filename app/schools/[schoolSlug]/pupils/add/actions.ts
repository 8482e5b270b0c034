'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { addPupil } from '@/lib/pupil/commands'
import { pupilForm } from '@/lib/pupil/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string() })

/** Adds a pupil and opens their page. */
export async function submitPupil(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = pupilForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(addPupil(actor, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`/schools/${encodeURIComponent(schoolSlug)}/pupils/${outcome.value.pupilId}?saved=added`)
}
