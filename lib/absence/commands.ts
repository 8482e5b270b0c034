import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { absencePolicy } from './policy'
import { absencesOf } from './reads'
import { awayProblem, lastDayProblem } from './rules'
import type { AbsenceForm, LastDayForm } from './schema'

async function mustKnow(tx: SchoolTx, actor: Actor, pupilId: string) {
  const pupil = await tx.pupil.findFirst({ where: { id: pupilId }, select: { id: true } })
  if (!pupil || !absencePolicy.record(actor, { schoolId: actor.schoolId, pupilId }))
    throw new NotFound(`pupil ${pupilId}`)
}

/** Writes down that a pupil is away: on those days nothing is planned, and no provision counts as quiet (R12, R13; 6.52). */
export function recordAbsence(
  actor: Actor,
  pupilId: string,
  form: AbsenceForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    await mustKnow(tx, actor, pupilId)
    const { schoolId, membershipId: recordedById } = actor
    const { formKey, from, until, reason } = form
    if ((await tx.pupilAbsence.count({ where: { formKey } })) > 0) return { ok: true, value: null }
    const known = (await absencesOf(tx, pupilId)).filter(({ isWithdrawn }) => !isWithdrawn)
    const problem = awayProblem({ from, until }, known, schoolDay(now))
    if (problem) return refuse(problem.field, problem.message)
    const id = v7()
    const days = { fromOn: toDateColumn(from), untilOn: toDateColumnOrNull(until) }
    const written = await tx.pupilAbsence.createMany({
      data: { ...{ schoolId, id, pupilId, reason, recordedById, recordedAt: now, formKey }, ...days },
      skipDuplicates: true,
    })
    if (written.count > 0) await audit(tx, actor, { action: 'absence.recorded', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}

type Place = { pupilId: string; absenceId: string; version: number }

async function held(tx: SchoolTx, actor: Actor, { pupilId, absenceId }: Place) {
  await mustKnow(tx, actor, pupilId)
  const absence = (await absencesOf(tx, pupilId)).find(({ id }) => id === absenceId)
  if (!absence || absence.isWithdrawn) throw new NotFound(`absence ${absenceId}`)
  return absence
}

async function change(tx: SchoolTx, { absenceId, version }: Place, data: object) {
  const changed = await tx.pupilAbsence.updateMany({
    where: { id: absenceId, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count === 0) throw new ChangedElsewhere(`absence ${absenceId}`)
}

/** Says on which day an absence ends, or that it is not known yet after all. */
export function endAbsence(
  actor: Actor,
  place: Place,
  { until }: LastDayForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { from } = await held(tx, actor, place)
    const problem = lastDayProblem({ from, until }, schoolDay(now))
    if (problem) return refuse('until', problem)
    await change(tx, place, { untilOn: toDateColumnOrNull(until) })
    const { absenceId: subjectId, pupilId } = place
    await audit(tx, actor, { action: 'absence.changed', subjectId, pupilId }, now)
    return { ok: true, value: null }
  })
}

/** Takes back an absence that was recorded by mistake: it stays on record, and counts no more. */
export function withdrawAbsence(actor: Actor, place: Place, now: Date): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    await held(tx, actor, place)
    await change(tx, place, { withdrawnAt: now })
    const { absenceId: subjectId, pupilId } = place
    await audit(tx, actor, { action: 'absence.withdrawn', subjectId, pupilId }, now)
    return { ok: true, value: null }
  })
}
