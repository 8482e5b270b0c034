import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { doNotePolicy } from './policy'
import type { CorrectionForm, DoNoteForm } from './schema'
import { noteColumns } from './writing.reads'

/**
 * Writes a Do note (6.52): what was given, how long, what was seen. A second tap on "Save" finds the first by the form's
 * own key.
 */
export function writeDoNote(
  actor: Actor,
  cycleId: string,
  form: DoNoteForm,
  now: Date,
): Promise<Outcome<{ doNoteId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, doNotePolicy.write)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${form.formKey}, 52))`
    const own = { schoolId: actor.schoolId, cycleId }
    const known = await tx.doNote.findFirst({
      where: { ...own, formKey: form.formKey },
      select: { id: true },
    })
    if (known) return { ok: true, value: { doNoteId: known.id } }
    const says = await noteColumns(tx, cycle, form, schoolDay(now))
    if (!says.ok) return says
    const note = await tx.doNote.create({
      data: {
        ...own,
        ...says.value,
        pupilId: cycle.pupilId,
        writtenById: actor.membershipId,
        writtenAt: now,
        sharedAt: form.audience === 'parents' ? now : null,
        formKey: form.formKey,
      },
    })
    const details = { audience: form.audience }
    await audit(
      tx,
      actor,
      { action: 'do-note.written', subjectId: note.id, pupilId: cycle.pupilId, details },
      now,
    )
    return { ok: true, value: { doNoteId: note.id } }
  })
}

/**
 * Puts a Do note right: a new revision with who, when and why, by its author or the SENCO. What it said before is kept
 * by Postgres itself and stays readable; who wrote the note first, and when, never changes.
 */
export function correctDoNote(
  actor: Actor,
  place: { cycleId: string; doNoteId: string; version: number },
  form: CorrectionForm,
  now: Date,
): Promise<Outcome<{ doNoteId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, place.cycleId, doNotePolicy.write)
    const where = { id: place.doNoteId, cycleId: place.cycleId }
    const before = await tx.doNote.findFirst({ where, select: { writtenById: true, sharedAt: true } })
    if (!before) throw new NotFound(`Do note ${place.doNoteId}`)
    if (!doNotePolicy.correct(actor, { ...cycle, writtenById: before.writtenById }))
      throw new NotAllowed(`correct Do note ${place.doNoteId}`)
    const says = await noteColumns(tx, cycle, form, schoolDay(now))
    if (!says.ok) return says
    const { count } = await tx.doNote.updateMany({
      where: { ...where, version: place.version },
      data: {
        ...says.value,
        sharedAt: form.audience === 'parents' ? (before.sharedAt ?? now) : null,
        version: place.version + 1,
        correctedById: actor.membershipId,
        correctedAt: now,
        correctionReason: form.why,
      },
    })
    if (count === 0) throw new ChangedElsewhere(`Do note ${place.doNoteId}`)
    const details = { version: place.version + 1 }
    await audit(
      tx,
      actor,
      { action: 'do-note.corrected', subjectId: place.doNoteId, pupilId: cycle.pupilId, details },
      now,
    )
    return { ok: true, value: { doNoteId: place.doNoteId } }
  })
}
