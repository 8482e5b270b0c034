import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor } from '@/lib/cycle/hold.reads'
import { doNoteProblem } from '@/lib/cycle/writing.rules'
import { happenedOnProblem } from '@/lib/do-note/rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { measurementPolicy } from './policy'
import type { MeasurementCorrection, MeasurementForm } from './schema'

type Place = { cycleId: string; outcomeId: string }

/** The outcome of a plan in force, for those who may measure it; a second tap waits for the first. */
async function outcomeToMeasure(tx: SchoolTx, actor: Actor, place: Place, formKey: string) {
  const cycle = await cycleFor(tx, actor, place.cycleId, measurementPolicy.write)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${formKey}, 56))`
  const outcome = await tx.outcome.findFirst({
    where: { id: place.outcomeId, cycleId: place.cycleId, removedAt: null },
    select: { id: true },
  })
  if (!outcome) throw new NotFound(`outcome ${place.outcomeId}`)
  const known = await tx.measurement.findFirst({ where: { formKey }, select: { id: true } })
  return { cycle, known }
}

/** Keeps one value of an outcome's measure (P56); with a session where `doNoteId` says so. */
export function recordMeasurement(
  actor: Actor,
  place: Place & { doNoteId?: string },
  form: MeasurementForm,
  now: Date,
): Promise<Outcome<{ measurementId: string }>> {
  return asActor(actor, async (tx) => {
    const { cycle, known } = await outcomeToMeasure(tx, actor, place, form.formKey)
    if (known) return { ok: true, value: { measurementId: known.id } }
    const problem = doNoteProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const dayProblem = happenedOnProblem(form.measuredOn, cycle, schoolDay(now))
    if (dayProblem) return refuse('measuredOn', dayProblem)
    const { id } = await tx.measurement.create({
      data: {
        schoolId: actor.schoolId,
        pupilId: cycle.pupilId,
        outcomeId: place.outcomeId,
        doNoteId: place.doNoteId ?? null,
        measuredOn: toDateColumn(form.measuredOn),
        value: form.value,
        note: form.note,
        writtenById: actor.membershipId,
        writtenAt: now,
        sharedAt: form.audience === 'parents' ? now : null,
        formKey: form.formKey,
      },
      select: { id: true },
    })
    const details = { audience: form.audience }
    await audit(
      tx,
      actor,
      { action: 'measurement.recorded', subjectId: id, pupilId: cycle.pupilId, details },
      now,
    )
    return { ok: true, value: { measurementId: id } }
  })
}

/**
 * Puts a value right, or takes it back, by a new row that replaces it: what stood there stays readable, with who, when
 * and why. What parents could read is put right for them too.
 */
export function correctMeasurement(
  actor: Actor,
  place: Place & { measurementId: string },
  form: MeasurementCorrection,
  now: Date,
): Promise<Outcome<{ measurementId: string }>> {
  return asActor(actor, async (tx) => {
    const { cycle, known } = await outcomeToMeasure(tx, actor, place, form.formKey)
    if (known) return { ok: true, value: { measurementId: known.id } }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${place.measurementId}, 56))`
    const before = await tx.measurement.findFirst({
      where: { id: place.measurementId, outcomeId: place.outcomeId, value: { not: null } },
      select: {
        id: true,
        writtenById: true,
        sharedAt: true,
        doNoteId: true,
        replacedBy: { select: { id: true } },
      },
    })
    if (!before) throw new NotFound(`measurement ${place.measurementId}`)
    if (!measurementPolicy.correct(actor, { ...cycle, writtenById: before.writtenById }))
      throw new NotAllowed(`correct measurement ${place.measurementId}`)
    if (before.replacedBy) throw new ChangedElsewhere(`measurement ${place.measurementId}`)
    const problem = doNoteProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const dayProblem = happenedOnProblem(form.measuredOn, cycle, schoolDay(now))
    if (dayProblem) return refuse('measuredOn', dayProblem)
    const { id } = await tx.measurement.create({
      data: {
        schoolId: actor.schoolId,
        pupilId: cycle.pupilId,
        outcomeId: place.outcomeId,
        doNoteId: before.doNoteId,
        measuredOn: toDateColumn(form.measuredOn),
        value: form.keep === 'taken-back' ? null : form.value,
        note: form.note,
        writtenById: actor.membershipId,
        writtenAt: now,
        sharedAt: before.sharedAt && now,
        formKey: form.formKey,
        replacesId: before.id,
        why: form.why,
      },
      select: { id: true },
    })
    const details = { kept: form.keep }
    await audit(
      tx,
      actor,
      { action: 'measurement.corrected', subjectId: id, pupilId: cycle.pupilId, details },
      now,
    )
    return { ok: true, value: { measurementId: id } }
  })
}
