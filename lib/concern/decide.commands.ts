import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { decisionReasonsProblem, leavesOpen, lookAgainProblem, untriedProblem } from './decision.rules'
import { type ConcernAt, concernFor } from './hold.reads'
import { concernPolicy } from './policy'
import { answeredOnProblem } from './rules'
import type { ConcernAnswerForm } from './schema'

const COLUMNS = {
  raisedOn: true,
  answeredOn: true,
  decisions: { select: { decidedOn: true }, orderBy: { decidedOn: 'desc' }, take: 1 },
  _count: { select: { strategies: true } },
} as const

/**
 * Decides on a concern: what, on what it rests, why and when. A later decision stands beside the earlier ones and
 * overwrites none; how long the concern waited is told by the first (6.21 to 6.24, 6.45, P03).
 */
export function answerConcern(
  actor: Actor,
  of: ConcernAt & { version: number },
  form: ConcernAnswerForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, concernId, version } = of
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    await concernFor(tx, actor, of)
    if (!concernPolicy.answer(actor, { schoolId, pupilId }))
      throw new NotAllowed(`answer concern ${concernId}`)
    const concern = await tx.concern.findFirstOrThrow({
      where: { schoolId, id: concernId },
      select: COLUMNS,
    })
    const { decision, lookAgainOn } = form
    const last = concern.decisions[0]?.decidedOn ?? concern.raisedOn
    const refused =
      problem('answeredOn', answeredOnProblem(form.answeredOn, fromDateColumn(last), schoolDay(now))) ??
      problem('reasons', decisionReasonsProblem(decision, form.reasons)) ??
      problem(
        'noStrategiesBecause',
        untriedProblem(decision, {
          strategies: concern._count.strategies,
          because: form.noStrategiesBecause,
        }),
      ) ??
      problem('lookAgainOn', leavesOpen(decision) ? lookAgainProblem(lookAgainOn, form.answeredOn) : null)
    if (refused) return refused

    const firstOn = concern.answeredOn ?? toDateColumn(form.answeredOn)
    await claim(tx, actor, { concernId, version }, { decision, answer: form.answer, answeredOn: firstOn })
    const { id } = await tx.concernDecision.create({
      data: {
        schoolId,
        pupilId,
        concernId,
        decision,
        reasons: form.reasons,
        words: form.answer,
        comparison: form.comparison,
        noStrategiesBecause: form.noStrategiesBecause,
        lookAgainOn: toDateColumnOrNull(leavesOpen(decision) ? lookAgainOn : null),
        decidedOn: toDateColumn(form.answeredOn),
        decidedById: actor.membershipId,
        decidedAt: now,
      },
      select: { id: true },
    })
    const details = { decision, decisionId: id, compared: form.comparison !== null }
    await audit(tx, actor, { action: 'concern.answered', subjectId: concernId, pupilId, details }, now)
    return { ok: true, value: null }
  })
}

const problem = (field: string, message: string | null) => (message === null ? null : refuse(field, message))

type Head = { decision: string; answer: string; answeredOn: Date }

// The concern itself keeps the latest decision and the day of the first.
async function claim(
  tx: SchoolTx,
  { schoolId, membershipId }: Actor,
  { concernId, version }: { concernId: string; version: number },
  head: Head,
): Promise<void> {
  const claimed = await tx.concern.updateMany({
    where: { schoolId, id: concernId, version },
    data: { ...head, decidedById: membershipId, version: { increment: 1 } },
  })
  if (claimed.count === 0) throw new ChangedElsewhere(`concern ${concernId}`)
}
