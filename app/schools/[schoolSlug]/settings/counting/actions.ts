'use server'

import { z } from 'zod'
import { saveCounting } from '@/lib/counting/commands'
import { countingForm, countingQuery } from '@/lib/counting/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'

const where = z.object({ schoolSlug: z.string().max(100) })
// The settings the page was opened with, so that of two people the second is told.
const opened = where.extend({ number: z.int().min(0) })

const page = ({ schoolSlug }: z.output<typeof where>) =>
  `/schools/${encodeURIComponent(schoolSlug)}/settings/counting`

/** Shows what other settings would change; nothing is saved. */
export async function showCounting(
  from: z.input<typeof where>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(where, from)
  await requireActor(place.schoolSlug)
  return answer(
    data,
    countingForm,
    (form) => Promise.resolve({ ok: true as const, value: form }),
    (form) => `${page(place)}${countingQuery(form)}#effect`,
  )
}

/** Saves what was looked at. */
export async function submitCounting(
  from: z.input<typeof opened>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { number, ...place } = placeOf(opened, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    countingForm,
    (form) => saveCounting(actor, number, form, now()),
    () => `${page(place)}?saved=counting`,
  )
}
