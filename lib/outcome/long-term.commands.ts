import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { type Life, stepProblem } from './long-term.rules'
import type { LifeForm, LongTermForm } from './long-term.schema'
import { outcomePolicy } from './policy'

function mustWrite(actor: Actor, pupilId: string) {
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!outcomePolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!outcomePolicy.write(actor, subject)) throw new NotAllowed(`write outcomes of pupil ${pupilId}`)
}

const columnsOf = ({ byOn, ...form }: LongTermForm) => ({ ...form, byOn: toDateColumnOrNull(byOn) })

type Step = { id: string; pupilId: string; status: Life; on: IsoDate; reason: string | null }

const writeStep = (tx: SchoolTx, actor: Actor, { id, pupilId, status, on, reason }: Step, now: Date) =>
  tx.longTermOutcomeStep.create({
    data: {
      ...{ schoolId: actor.schoolId, pupilId, longTermOutcomeId: id, status, reason },
      ...{ fromOn: toDateColumn(on), recordedById: actor.membershipId, recordedAt: now },
    },
  })

/** Proposes a long-term outcome for a pupil (guide 1; 6.40). Sent twice, it is there once. */
export function addLongTermOutcome(
  actor: Actor,
  pupilId: string,
  form: LongTermForm,
  now: Date,
): Promise<Outcome<{ longTermOutcomeId: string }>> {
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    const today = schoolDay(now)
    const pupil = await tx.pupil.findUnique({
      where: { schoolId_id: { schoolId, id: pupilId } },
      select: { id: true },
    })
    if (!pupil) throw new NotFound(`pupil ${pupilId}`)
    mustWrite(actor, pupilId)
    await onePupilAtATime(tx, pupilId)
    const columns = columnsOf(form)
    const same = await tx.longTermOutcome.findFirst({
      where: { pupilId, ...columns, broadAreas: { equals: columns.broadAreas }, status: 'proposed' },
      select: { id: true },
    })
    if (same) return { ok: true, value: { longTermOutcomeId: same.id } }
    const { id } = await tx.longTermOutcome.create({
      data: { schoolId, pupilId, ...columns, statusFrom: toDateColumn(today) },
      select: { id: true },
    })
    await writeStep(tx, actor, { id, pupilId, status: 'proposed', on: today, reason: null }, now)
    await audit(tx, actor, { action: 'long-term-outcome.added', subjectId: id, pupilId }, now)
    return { ok: true, value: { longTermOutcomeId: id } }
  })
}

async function held(tx: SchoolTx, actor: Actor, id: string) {
  const found = await tx.longTermOutcome.findFirst({
    where: { id },
    select: { id: true, pupilId: true, status: true, statusFrom: true, sharedAt: true },
  })
  if (!found) throw new NotFound(`long-term outcome ${id}`)
  mustWrite(actor, found.pupilId)
  return { ...found, status: found.status as Life }
}

/** Changes what a long-term outcome says; its life goes on by steps of their own. */
export function changeLongTermOutcome(
  actor: Actor,
  id: string,
  version: number,
  form: LongTermForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const { pupilId } = await held(tx, actor, id)
    const changed = await tx.longTermOutcome.updateMany({
      where: { schoolId: actor.schoolId, id, version },
      data: { ...columnsOf(form), version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`long-term outcome ${id}`)
    await audit(tx, actor, { action: 'long-term-outcome.changed', subjectId: id, pupilId }, now)
    return { ok: true, value: { pupilId } }
  })
}

/** Takes the next step in the life of a long-term outcome; from the day it is active the family can read it. */
export function stepLongTermOutcome(
  actor: Actor,
  id: string,
  version: number,
  form: LifeForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const found = await held(tx, actor, id)
    const { pupilId } = found
    const at = { status: found.status, from: fromDateColumn(found.statusFrom) }
    const problem = stepProblem(at, form, schoolDay(now))
    if (problem) return { ok: false, problems: [problem] }
    const { status, on, reason } = form
    const sharedAt = found.sharedAt ?? (status === 'active' ? now : null)
    const changed = await tx.longTermOutcome.updateMany({
      where: { schoolId: actor.schoolId, id, version },
      data: { status, statusFrom: toDateColumn(on), sharedAt, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`long-term outcome ${id}`)
    await writeStep(tx, actor, { id, pupilId, status, on, reason }, now)
    await audit(
      tx,
      actor,
      { action: 'long-term-outcome.moved', subjectId: id, pupilId, details: { status } },
      now,
    )
    return { ok: true, value: { pupilId } }
  })
}
