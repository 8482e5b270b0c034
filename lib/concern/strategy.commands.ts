import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { type ConcernAt, concernFor } from './hold.reads'
import { concernPolicy } from './policy'
import type { StrategyEffectForm, StrategyForm } from './schema'
import { strategyFromProblem, strategyUntilProblem } from './strategy.rules'

/** Writes down what is being tried for a pupil with initial concerns; sent twice, it is there once (6.19). */
export function addStrategy(
  actor: Actor,
  of: ConcernAt,
  form: StrategyForm,
  now: Date,
): Promise<Outcome<{ strategyId: string }>> {
  const { pupilId, concernId } = of
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    await concernFor(tx, actor, of)
    if (!concernPolicy.tryOut(actor, { schoolId, pupilId })) throw new NotAllowed(`try for ${pupilId}`)
    const problem = strategyFromProblem(form.fromOn, schoolDay(now))
    if (problem) return refuse('fromOn', problem)
    await onePupilAtATime(tx, pupilId)
    const said = { schoolId, pupilId, concernId, what: form.what, fromOn: toDateColumn(form.fromOn) }
    const known = await tx.concernStrategy.findFirst({ where: said, select: { id: true } })
    if (known) return { ok: true, value: { strategyId: known.id } }
    const { id } = await tx.concernStrategy.create({
      data: { ...said, writtenById: actor.membershipId },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'concern.strategy-added', subjectId: id, pupilId }, now)
    return { ok: true, value: { strategyId: id } }
  })
}

/** Says until when a strategy was tried and what came of it; from then on it stays as it is (6.19). */
export function endStrategy(
  actor: Actor,
  of: ConcernAt & { strategyId: string; version: number },
  form: StrategyEffectForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, concernId, strategyId, version } = of
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    await concernFor(tx, actor, of)
    if (!concernPolicy.tryOut(actor, { schoolId, pupilId })) throw new NotAllowed(`try for ${pupilId}`)
    const strategy = await tx.concernStrategy.findFirst({
      where: { schoolId, id: strategyId, concernId, pupilId },
      select: { fromOn: true, effect: true },
    })
    if (!strategy) throw new NotFound(`strategy ${strategyId}`)
    if (strategy.effect !== null)
      return refuse('form', 'What came of this is already written down, and stays. Write down a new strategy')
    const problem = strategyUntilProblem(form.untilOn, fromDateColumn(strategy.fromOn), schoolDay(now))
    if (problem) return refuse('untilOn', problem)
    const { effect, effectWords } = form
    const ended = await tx.concernStrategy.updateMany({
      where: { schoolId, id: strategyId, version },
      data: { untilOn: toDateColumn(form.untilOn), effect, effectWords, version: { increment: 1 } },
    })
    if (ended.count === 0) throw new ChangedElsewhere(`strategy ${strategyId}`)
    const entry = { action: 'concern.strategy-ended', subjectId: strategyId, pupilId } as const
    await audit(tx, actor, { ...entry, details: { effect } }, now)
    return { ok: true, value: null }
  })
}
