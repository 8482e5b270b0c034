import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { holdCycle } from '@/lib/cycle/hold.reads'
import { reviewProblem } from '@/lib/cycle/writing.rules'
import { standingVersion } from '@/lib/plan/first.commands'
import { movedReason } from '@/lib/plan/moved.words'
import { keepVersion } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { type MoveKind, moveKind, moveProblem } from './date.rules'
import { reviewPolicy } from './policy'
import type { MoveReviewForm } from './schema'

/**
 * Agrees another day for the review while the first has not passed; once it has, only notes the day that is expected now,
 * and the agreed one goes on to count as late (6.53, R15). Each change is kept with its reason, and the family sees it.
 */
export function moveReview(
  actor: Actor,
  cycleId: string,
  version: number,
  form: MoveReviewForm,
  now: Date,
): Promise<Outcome<{ kind: MoveKind }>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await holdCycle(tx, actor, cycleId, reviewPolicy.move, version)
    const { reviewDue, startedOn, pupilId } = cycle
    const refused = reviewProblem(cycle.stage)
    if (refused) return refuse('form', refused)
    if (reviewDue === null) return refuse('form', 'This plan has no agreed review date to move')
    const problem = moveProblem(form.to, { reviewDue, startedOn }, today)
    if (problem) return refuse('to', problem)

    const kind = moveKind(reviewDue, today)
    const before = kind === 'moved' ? await standingVersion(tx, actor, cycle, now) : null
    const own = { schoolId: actor.schoolId, pupilId, cycleId }
    await tx.reviewDateMove.create({
      data: {
        ...own,
        kind,
        fromOn: toDateColumn(reviewDue),
        toOn: toDateColumn(form.to),
        reason: form.reason,
        movedById: actor.membershipId,
        movedAt: now,
        sharedAt: now,
      },
    })
    await tx.cycle.update({
      where: { schoolId_id: { schoolId: actor.schoolId, id: cycleId } },
      data: {
        ...(kind === 'moved' && { reviewDue: toDateColumn(form.to) }),
        version: { increment: 1 },
      },
    })
    // What was published says the old day, and stays: the new one is in the next version (P30).
    if (before) {
      const appliesFrom = today > before.appliesFrom ? today : before.appliesFrom
      const reason = movedReason(reviewDue, form.to, form.reason)
      const { agreement } = before.content
      await keepVersion(tx, actor, { cycleId, pupilId, appliesFrom, reason, agreement }, now)
    }
    const action = kind === 'moved' ? ('review.moved' as const) : ('review.expected' as const)
    await audit(tx, actor, { action, subjectId: cycleId, pupilId, details: { to: form.to } }, now)
    return { ok: true, value: { kind } }
  })
}
