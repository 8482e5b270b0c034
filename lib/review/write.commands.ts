import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CycleHeader } from '@/lib/cycle/hold.reads'
import type { Plan } from '@/lib/cycle/plan.reads'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ReviewForm } from './schema'

type Held = { cycle: CycleHeader; dueOn: IsoDate; form: ReviewForm; plan: Plan }

/** Writes a review with its ratings and verdicts, and marks its draft as signed off, in the transaction of the act. */
export async function writeReview(
  tx: SchoolTx,
  actor: Actor,
  { cycle, dueOn, form, plan }: Held,
  now: Date,
): Promise<string> {
  const own = { schoolId: actor.schoolId, pupilId: cycle.pupilId }
  const review = await tx.review.create({
    data: {
      ...own,
      cycleId: cycle.cycleId,
      dueOn: toDateColumn(dueOn),
      heldOn: toDateColumn(form.heldOn),
      parentViews: form.parentViews,
      parentViewsMissing: form.parentViewsMissing,
      parentInvitedOn: [form.invitedFirst, form.invitedSecond].flatMap((day) =>
        day === null ? [] : [toDateColumn(day)],
      ),
      pupilAskedOn: toDateColumnOrNull(form.pupilAskedOn),
      pupilViews: form.pupilViews,
      pupilViewsMissing: form.pupilViewsMissing,
      parentsSayNext: form.parentsSayNext,
      pupilSaysNext: form.pupilSaysNext,
      support: form.support,
      decision: form.decision,
      decisionReason: form.decisionReason,
      unchangedReason: form.unchangedReason,
      nextReviewDue: toDateColumnOrNull(form.nextReviewDue),
      teacherId: form.teacherId,
      sencoId: form.sencoId,
      recordedById: actor.membershipId,
      recordedAt: now,
      sharedAt: now,
    },
    select: { id: true },
  })
  await tx.outcomeRating.createMany({
    data: plan.outcomes.flatMap(({ id }) => {
      const given = form.ratings[id]
      return given ? [{ ...own, ...given, reviewId: review.id, outcomeId: id, sharedAt: now }] : []
    }),
  })
  await tx.provisionVerdict.createMany({
    data: plan.provisions.flatMap(({ id, delivery: { planned, given, partly, notGiven } }) => {
      const verdict = form.provisions[id]
      const figures = { planned, given, partly, notGiven }
      return verdict
        ? [{ ...own, ...verdict, ...figures, reviewId: review.id, provisionId: id, sharedAt: now }]
        : []
    }),
  })
  // What those who give personal care have written of it, where whoever signs does not see it (P44, P62).
  await tx.$executeRaw`SELECT app.weigh_care(${review.id}::uuid)`
  await tx.reviewDraft.updateMany({
    where: { schoolId: own.schoolId, cycleId: cycle.cycleId },
    data: { signedOffAt: now },
  })
  return review.id
}
