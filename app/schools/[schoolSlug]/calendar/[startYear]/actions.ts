'use server'

import { z } from 'zod'
import type { SchoolYear } from '@/lib/calendar/school-year'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
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
  const { schoolSlug, year, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    calendarForm,
    (form) => saveCalendar(actor, year as SchoolYear, version, form, now()),
    () => `/schools/${encodeURIComponent(schoolSlug)}/calendar?saved=calendar`,
  )
}
