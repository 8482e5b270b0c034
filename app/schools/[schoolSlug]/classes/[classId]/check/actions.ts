'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { checkClass } from '@/lib/class-check/commands'
import { checkForm } from '@/lib/class-check/schema'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string().max(100), classId: z.uuid() })

/** Saves the check of a whole class. */
export async function submitCheck(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, classId } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = checkForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(checkClass(actor, classId, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`/schools/${encodeURIComponent(schoolSlug)}/classes/${classId}/check?saved=check`)
}
