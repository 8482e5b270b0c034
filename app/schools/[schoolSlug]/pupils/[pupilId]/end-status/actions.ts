'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { endStatus } from '@/lib/sen-status/commands'
import { endStatusForm } from '@/lib/sen-status/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid(), version: z.int() })

const pageOf = (schoolSlug: string, pupilId: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}`

/** Takes the pupil off the register. */
export async function submitEnd(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = endStatusForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(endStatus(actor, pupilId, version, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${pageOf(schoolSlug, pupilId)}?saved=ended`)
}
