'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import { heldForm } from '@/lib/parent-meeting/schema'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), meetingId: z.uuid(), version: z.int() })

/** Records the meeting as held, or changes its record; the form sent twice does it once. */
export async function submitRecord(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, meetingId, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = heldForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(recordHeldMeeting(actor, meetingId, version, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  const pupil = `/schools/${encodeURIComponent(schoolSlug)}/pupils/${outcome.value.pupilId}`
  redirect(`${pupil}/parent-meetings/${meetingId}?saved=held`)
}
