'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { schoolDay } from '@/lib/calendar/iso-date'
import { getSessions } from '@/lib/class/queries'
import { isNoted, isOvertaken } from '@/lib/class/rules'
import { moreForm, noteOfTap, restForm, retapForm, tapForm, tapSays } from '@/lib/class/schema'
import { writeDoNote } from '@/lib/do-note/commands'
import { addLineToDoNote, retapDoNote } from '@/lib/do-note/sheet.commands'
import { isScore, scoreKeys } from '@/lib/measurement/reading.rules'
import { recordScore } from '@/lib/measurement/score.commands'
import { now } from '@/lib/platform/clock'
import { readForm } from '@/lib/platform/form-state'
import { attempt, orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

// What the forms of a sheet are bound to; a browser can send anything, so it is checked like a form.
const sheetPlace = z.object({ schoolSlug: z.string().max(100), classId: z.uuid() })
const sessionPlace = sheetPlace.extend({ provisionId: z.uuid() })

type SessionPlace = z.input<typeof sessionPlace>

const sheetAddress = ({ schoolSlug, classId }: z.output<typeof sheetPlace>, then: string) =>
  `/schools/${encodeURIComponent(schoolSlug)}/classes/${classId}${then}`

const back = (place: z.output<typeof sessionPlace>, problem?: string) =>
  redirect(
    sheetAddress(
      place,
      `?${problem ? `problem=${problem}` : `saved=${place.provisionId}`}#session-${place.provisionId}`,
    ),
  )

/** Writes the Do note of one tap and comes back to the pupil's line; told so where it could not be written. */
export async function noteSession(from: SessionPlace, data: FormData): Promise<void> {
  const place = sessionPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { provisionId } = place
  const tap = tapForm.safeParse(readForm(data).input).data ?? notFound()
  const [line] = await orNotFound(getSessions(actor, { ...place, provisionIds: [provisionId] }, now()))
  if (!line) redirect(sheetAddress(place, '?problem=gone'))
  if (isOvertaken(line, tap)) back(place, 'overtaken')
  const note = noteOfTap(tap, provisionId, schoolDay(now()))
  const outcome = await attempt(writeDoNote(actor, line.cycleId, note, now()))
  back(place, outcome.ok ? undefined : 'gone')
}

/** Another key for a session that was noted already; what stood there is kept. */
export async function changeSession(from: SessionPlace, data: FormData): Promise<void> {
  const place = sessionPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { said, ...note } = retapForm.safeParse(readForm(data).input).data ?? notFound()
  const [line] = await orNotFound(getSessions(actor, { ...place, provisionIds: [place.provisionId] }, now()))
  if (!line) redirect(sheetAddress(place, '?problem=gone'))
  const where = { cycleId: line.cycleId, ...note }
  const outcome = await attempt(retapDoNote(actor, where, tapSays[said], now()))
  back(place, outcome.ok ? undefined : 'changed')
}

/** The score of a session, or one line about it, after it was noted. */
export async function addToSession(from: SessionPlace, data: FormData): Promise<void> {
  const place = sessionPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { score, line: said, formKey, ...note } = moreForm.safeParse(readForm(data).input).data ?? notFound()
  const [line] = await orNotFound(getSessions(actor, { ...place, provisionIds: [place.provisionId] }, now()))
  if (!line) redirect(sheetAddress(place, '?problem=gone'))
  if (!line.notedToday.some(({ id }) => id === note.doNoteId)) notFound()
  const outOf = line.aim && scoreKeys(line.aim)?.outOf
  const value = score !== undefined && outOf ? `${score} of ${outOf}` : score
  const typed = said !== null && line.aim && isScore(said, line.aim.unit) ? said : undefined
  const where = { cycleId: line.cycleId, ...note }
  if (line.aim && (value ?? typed)) {
    const scored = { ...where, outcomeId: line.aim.id, value: value ?? typed ?? '', formKey }
    const outcome = await attempt(recordScore(actor, scored, now()))
    if (!outcome.ok) back(place, 'gone')
  }
  if (said !== null && typed === undefined) {
    const outcome = await attempt(addLineToDoNote(actor, where, said, now()))
    if (!outcome.ok) back(place, 'changed')
  }
  back(place)
}

/** Marks a group, or the rest of the groups that have met, as given; those ticked as away as not given. */
export async function noteRest(from: z.input<typeof sheetPlace>, data: FormData): Promise<void> {
  const place = sheetPlace.safeParse(from).data ?? notFound()
  const actor = await requireActor(place.schoolSlug)
  const { rest, away } = restForm.safeParse(readForm(data).input).data ?? notFound()
  const asked = { ...place, provisionIds: rest.map(({ provisionId }) => provisionId) }
  const lines = await orNotFound(getSessions(actor, asked, now()))
  for (const { provisionId, formKey } of rest) {
    const line = lines.find(({ id }) => id === provisionId)
    if (!line || isNoted(line)) continue
    const said = away.includes(provisionId) ? 'not-given-away' : 'given'
    const note = noteOfTap({ formKey, said }, provisionId, schoolDay(now()))
    const outcome = await attempt(writeDoNote(actor, line.cycleId, note, now()))
    if (!outcome.ok) redirect(sheetAddress(place, '?problem=gone'))
  }
  redirect(sheetAddress(place, '?saved=rest'))
}
