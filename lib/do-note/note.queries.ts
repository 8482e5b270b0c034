import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { attachmentPolicy } from '@/lib/attachment/policy'
import { attachmentsOf } from '@/lib/attachment/reads'
import type { AttachmentLine } from '@/lib/attachment/rules'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { noteInFull, type NoteInFull } from './note.reads'
import { doNotePolicy } from './policy'

type Named = { id: string; label: string; minutes?: number | null }

export type DoNotePage = {
  cycle: CycleHeader
  note: NoteInFull
  /** What the note can be about, and be measured of: by name, also of what was taken out of the plan since. */
  provisions: Named[]
  outcomes: (Named & { unit: string | null })[]
  today: IsoDate
  formKey: string
  /** Photos and files that hang on it. */
  files: AttachmentLine[]
  mayCorrect: boolean
  mayAttach: boolean
  mayAsk: boolean
  mayAnswer: boolean
}

async function namesIn(tx: SchoolTx, cycleId: string) {
  const provisions = await tx.provision.findMany({
    where: { cycleId },
    select: { id: true, what: true, minutes: true, removedAt: true },
    orderBy: { id: 'asc' },
  })
  const outcomes = await tx.outcome.findMany({
    where: { cycleId },
    select: { id: true, willDo: true, unit: true, removedAt: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return {
    provisions: provisions.map(({ id, what, minutes }) => ({ id, label: what, minutes })),
    outcomes: outcomes.map(({ id, willDo, unit }) => ({ id, label: willDo, unit })),
  }
}

/** One Do note: what it says, all it said before, what was asked about it, and what hangs on it (6.52). */
export function getDoNote(
  actor: Actor,
  place: CyclePlace & { doNoteId: string },
  now: Date,
): Promise<DoNotePage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'do-note', now)
    const note = isId(place.doNoteId) ? await noteInFull(tx, cycle.cycleId, place.doNoteId) : null
    if (!note || !doNotePolicy.read(actor, cycle)) throw new NotFound(`Do note ${place.doNoteId}`)
    const inForce = isInForce(cycle.stage)
    const written = { ...cycle, writtenById: note.writtenById }
    return {
      cycle,
      note,
      ...(await namesIn(tx, cycle.cycleId)),
      today: schoolDay(now),
      formKey: v7(),
      files: await attachmentsOf(tx, { doNoteId: note.id }),
      mayAttach: attachmentPolicy.add(actor, cycle),
      mayCorrect: inForce && doNotePolicy.correct(actor, written),
      mayAsk: note.writtenById !== actor.membershipId && doNotePolicy.oversee(actor, cycle),
      mayAnswer: doNotePolicy.answer(actor, written),
    }
  })
}

/** The page that puts a note right; not there for anyone but who wrote it and the SENCO. */
export async function getDoNoteToCorrect(
  actor: Actor,
  place: CyclePlace & { doNoteId: string },
  now: Date,
): Promise<DoNotePage> {
  const page = await getDoNote(actor, place, now)
  if (!page.mayCorrect) throw new NotFound(`Do note ${place.doNoteId}, to correct`)
  return page
}
