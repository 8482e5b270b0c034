import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor } from '@/lib/cycle/hold.reads'
import { doNoteProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { doNotePolicy } from './policy'
import { happenedOnProblem } from './rules'
import { type DoNoteForm, EVERY_LESSON } from './schema'

async function findProvision(tx: SchoolTx, cycleId: string, id: string) {
  return tx.provision.findFirst({
    where: { id, cycleId, removedAt: null },
    select: { id: true, minutes: true },
  })
}

/**
 * Writes a Do note (6.52): what was given, how long, what was seen. It stays as it was written; a second tap on "Save"
 * finds the first by the form's own key. A session that was given without saying how long lasted as planned.
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

    const problem = doNoteProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const dayProblem = happenedOnProblem(form.happenedOn, cycle, schoolDay(now))
    if (dayProblem) return refuse('happenedOn', dayProblem)
    const provision = form.about === EVERY_LESSON ? null : await findProvision(tx, cycleId, form.about)
    if (form.about !== EVERY_LESSON && !provision) return refuse('about', 'Select what the note is about')
    const outcome =
      form.outcomeId &&
      (await tx.outcome.findFirst({
        where: { id: form.outcomeId, cycleId, removedAt: null },
        select: { id: true },
      }))
    if (form.outcomeId && !outcome) return refuse('outcomeId', 'Select an outcome from the list')

    const planned = form.delivered === 'given' ? (provision?.minutes ?? null) : null
    const note = await tx.doNote.create({
      data: {
        ...own,
        pupilId: cycle.pupilId,
        provisionId: provision?.id ?? null,
        outcomeId: form.outcomeId,
        happenedOn: toDateColumn(form.happenedOn),
        delivered: form.delivered,
        reason: form.delivered === 'given' ? null : form.reason,
        minutes: form.delivered === 'not-given' ? null : (form.minutes ?? planned),
        observation: form.observation,
        measured: form.measured,
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
