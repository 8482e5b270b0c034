import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { observationPolicy } from './policy'
import type { ObservationCorrection, ObservationForm } from './schema'

type Before = { id: string; sharedAt: Date | null; why: string }

async function keep(
  tx: SchoolTx,
  actor: Actor,
  {
    pupilId,
    form,
    before,
    now,
  }: { pupilId: string; form: ObservationForm; before: Before | null; now: Date },
): Promise<Outcome<{ observationId: string }>> {
  if (form.seenOn > schoolDay(now)) return refuse('seenOn', 'The day must be today or in the past')
  const { id } = await tx.observation.create({
    data: {
      schoolId: actor.schoolId,
      pupilId,
      seenOn: toDateColumn(form.seenOn),
      at: form.at,
      place: form.place,
      words: form.words,
      writtenById: actor.membershipId,
      writtenAt: now,
      // What parents could read is put right for them too.
      sharedAt: form.audience === 'parents' || before?.sharedAt ? now : null,
      formKey: form.formKey,
      replacesId: before?.id ?? null,
      why: before?.why ?? null,
    },
    select: { id: true },
  })
  const action = before ? 'observation.corrected' : 'observation.written'
  await audit(tx, actor, { action, subjectId: id, pupilId }, now)
  return { ok: true, value: { observationId: id } }
}

/** The pupil, for those who may write about them, and whether this form has been kept already. */
async function placeFor(tx: SchoolTx, actor: Actor, pupilId: string, lockOn: string, formKey: string) {
  const pupil = await tx.pupil.findFirst({ where: { id: pupilId }, select: { id: true } })
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!pupil || !observationPolicy.write(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOn}, 41))`
  const known = await tx.observation.findFirst({ where: { formKey }, select: { id: true } })
  return { subject, known }
}

/** Writes down what was seen of a pupil: place, time, words. It feeds the next assessment (6.45; P41). */
export function writeObservation(
  actor: Actor,
  pupilId: string,
  form: ObservationForm,
  now: Date,
): Promise<Outcome<{ observationId: string }>> {
  return asActor(actor, async (tx) => {
    const { known } = await placeFor(tx, actor, pupilId, form.formKey, form.formKey)
    if (known) return { ok: true, value: { observationId: known.id } }
    return keep(tx, actor, { pupilId, form, before: null, now })
  })
}

/** Puts an observation right by a new one that replaces it, with why; what it said before stays readable. */
export function correctObservation(
  actor: Actor,
  { pupilId, observationId }: { pupilId: string; observationId: string },
  form: ObservationCorrection,
  now: Date,
): Promise<Outcome<{ observationId: string }>> {
  return asActor(actor, async (tx) => {
    const { subject, known } = await placeFor(tx, actor, pupilId, observationId, form.formKey)
    if (known) return { ok: true, value: { observationId: known.id } }
    const was = await tx.observation.findFirst({
      where: { id: observationId, pupilId },
      select: { id: true, writtenById: true, sharedAt: true, replacedBy: { select: { id: true } } },
    })
    if (!was) throw new NotFound(`observation ${observationId}`)
    if (!observationPolicy.correct(actor, { ...subject, writtenById: was.writtenById }))
      throw new NotAllowed(`correct observation ${observationId}`)
    if (was.replacedBy) throw new ChangedElsewhere(`observation ${observationId}`)
    const before = { id: was.id, sharedAt: was.sharedAt, why: form.why }
    return keep(tx, actor, { pupilId, form, before, now })
  })
}
