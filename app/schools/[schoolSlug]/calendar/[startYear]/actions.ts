'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SchoolYear } from '@/lib/calendar/school-year'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { saveCalendar } from '@/lib/school/commands'
import { calendarForm } from '@/lib/school/schema'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), year: z.int(), version: z.int() })

/** Saves the terms and closed days of one school year. */
export async function submitCalendar(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, year, version } = where.parse(from)
  const actor = await requireActor(schoolSlug)
  const { values, input } = readForm(data)
  const parsed = calendarForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(saveCalendar(actor, year as SchoolYear, version, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`/schools/${encodeURIComponent(schoolSlug)}/calendar?saved=calendar`)
}
