'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { schoolDay } from '@/lib/calendar/iso-date'
import { getSessions } from '@/lib/class/queries'
import { isNoted, isOvertaken } from '@/lib/class/rules'
import { noteOfTap, restForm, tapForm } from '@/lib/class/schema'
import { writeDoNote } from '@/lib/do-note/commands'
import { now } from '@/lib/platform/clock'
import { readForm } from '@/lib/platform/form-state'
import { attempt, orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

// What the forms of a sheet are bound to; a browser can send anything, so it is checked like a form.
const sheetPlace = z.object({ schoolSlug: z.string().max(100), classId: z.uuid() })
const sessionPlace = sheetPlace.extend({ provisionId: z.uuid() })

const sheetAddress = ({ schoolSlug, classId }: z.output<typeof sheetPlace>, then: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/classes/${classId}${then}`

/** Writes the Do note of one tap and comes back to the pupil's line; told so where it could not be written. */
export async function noteSession(from: z.input<typeof sessionPlace>, data: FormData): Promise<void> {
  const place = sessionPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { provisionId } = place
  const tap = tapForm.safeParse(readForm(data).input).data ?? notFound()
  const [line] = await orNotFound(getSessions(actor, { ...place, provisionIds: [provisionId] }, now()))
  if (!line) redirect(sheetAddress(place, '?problem=gone'))
  if (isOvertaken(line, tap)) redirect(sheetAddress(place, `?problem=overtaken#session-${provisionId}`))
  const note = noteOfTap(tap, provisionId, schoolDay(now()))
  const outcome = await attempt(writeDoNote(actor, line.cycleId, note, now()))
  redirect(sheetAddress(place, outcome.ok ? `?saved=${provisionId}#session-${provisionId}` : '?problem=gone'))
}

/** Marks the rest of the groups that have met as given: those that are still without a note. */
export async function noteRest(from: z.input<typeof sheetPlace>, data: FormData): Promise<void> {
  const place = sheetPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { rest } = restForm.safeParse(readForm(data).input).data ?? notFound()
  const asked = { ...place, provisionIds: rest.map(({ provisionId }) => provisionId) }
  const lines = await orNotFound(getSessions(actor, asked, now()))
  for (const { provisionId, formKey } of rest) {
    const line = lines.find(({ id }) => id === provisionId)
    if (!line || isNoted(line)) continue
    const note = noteOfTap({ formKey, said: 'given' }, provisionId, schoolDay(now()))
    const outcome = await attempt(writeDoNote(actor, line.cycleId, note, now()))
    if (!outcome.ok) redirect(sheetAddress(place, '?problem=gone'))
  }
  redirect(sheetAddress(place, '?saved=rest'))
}
