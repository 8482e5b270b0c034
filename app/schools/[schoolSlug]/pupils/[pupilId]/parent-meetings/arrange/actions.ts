'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { schoolDay } from '@/lib/calendar/iso-date'
import { arrangeParentMeeting } from '@/lib/parent-meeting/commands'
import { arrangeForm } from '@/lib/parent-meeting/schema'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), pupilId: z.uuid() })

/** Arranges the meeting; one on a day that has passed goes on to its record. */
export async function submitMeeting(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, pupilId } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = arrangeForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const at = now()
  const outcome = await attempt(arrangeParentMeeting(actor, pupilId, parsed.data, at))
  if (!outcome.ok) return { values, problems: outcome.problems }
  const { meetingId, on } = outcome.value
  const page = `/schools/${encodeURIComponent(schoolSlug)}/pupils/${pupilId}/parent-meetings/${meetingId}`
  redirect(on < schoolDay(at) ? `${page}/record?saved=begun` : `${page}?saved=arranged`)
}
