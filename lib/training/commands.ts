import 'server-only'
import { audit } from '@/lib/audit/commands'
import { plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import {
  fromDateColumn,
  fromDateColumnOrNull,
  toDateColumn,
  toDateColumnOrNull,
} from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { trainingPolicy } from './policy'
import { trainedPeople } from './reads'
import { trainingDaysProblem } from './rules'
import type { TrainingForm } from './schema'

const mustManage = (actor: Actor) => {
  if (!trainingPolicy.manage(actor, actor)) throw new NotAllowed('record training')
}

/** Records a training that a member of staff holds (6.50). Saved twice, it is there once. */
export async function recordTraining(actor: Actor, form: TrainingForm, now: Date): Promise<Outcome<null>> {
  mustManage(actor)
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const problem = trainingDaysProblem(form, today)
    if (problem) return refuse(problem.field, problem.message)
    if (!(await trainedPeople(tx, today)).some(({ membershipId }) => membershipId === form.membershipId))
      return refuse('membershipId', 'Select a member of staff')
    const row = {
      schoolId: actor.schoolId,
      membershipId: form.membershipId,
      training: form.training,
      heldOn: toDateColumn(form.heldOn),
      untilOn: toDateColumnOrNull(form.untilOn),
    }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${form.membershipId}, 650))`
    const known = await tx.staffTraining.findFirst({ where: row, select: { id: true } })
    if (known) return { ok: true, value: null }
    const { id } = await tx.staffTraining.create({ data: row, select: { id: true } })
    await audit(tx, actor, { action: 'training.recorded', subjectId: id }, now)
    return { ok: true, value: null }
  })
}

/** Ends a training: from today it is not held any more; that it was held stays. */
export async function endTraining(
  actor: Actor,
  trainingId: string,
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  mustManage(actor)
  return asActor(actor, async (tx) => {
    const row = await tx.staffTraining.findFirst({
      where: { id: trainingId },
      select: { heldOn: true, untilOn: true },
    })
    if (!row) throw new NotFound(`training ${trainingId}`)
    const yesterday = plusDays(schoolDay(now), -1)
    const until = fromDateColumnOrNull(row.untilOn)
    // sent twice: it ended already
    if (until !== null && until <= yesterday) return { ok: true, value: null }
    const heldOn = fromDateColumn(row.heldOn)
    const untilOn = toDateColumn(yesterday < heldOn ? heldOn : yesterday)
    const ended = await tx.staffTraining.updateMany({
      where: { schoolId: actor.schoolId, id: trainingId, version },
      data: { untilOn, version: { increment: 1 } },
    })
    if (ended.count === 0) throw new ChangedElsewhere(`training ${trainingId}`)
    await audit(tx, actor, { action: 'training.ended', subjectId: trainingId }, now)
    return { ok: true, value: null }
  })
}
