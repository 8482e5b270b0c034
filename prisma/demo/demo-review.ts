import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { recordReview } from '@/lib/review/commands'
import type { ReviewForm } from '@/lib/review/schema'
import { must } from './demo-acts'
import { cycleVersion } from './demo-cycle'
import { notAfter, notBefore, on } from './demo-days'
import type { DemoYear } from './demo-year'

/** The review of the open cycle, on the day it was held, and the next cycle it opens. */
export async function reviewCycle(
  actor: Actor,
  cycleId: string,
  review: {
    year: DemoYear
    heldOn: IsoDate
    rating: -2 | -1 | 0 | 1 | 2
    decision: ReviewForm['decision']
    nextReviewDue: IsoDate
  },
): Promise<string | null> {
  const { outcomes, provisions, responsible, senco } = await asActor(actor, async (tx) => ({
    outcomes: await tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      select: {
        id: true,
        target: true,
        baseline: true,
        doNotes: {
          where: { measured: { not: null } },
          orderBy: { happenedOn: 'desc' },
          take: 1,
          select: { measured: true },
        },
      },
    }),
    provisions: await tx.provision.findMany({ where: { cycleId, removedAt: null }, select: { id: true } }),
    responsible: await tx.cycle.findFirst({ where: { id: cycleId }, select: { responsibleId: true } }),
    senco: await tx.membership.findFirst({ where: { role: 'senco' }, select: { id: true } }),
  }))
  const isSlow = review.rating < 0
  const stops = review.decision === 'step-down'
  const { nextCycleId } = await must(
    recordReview(
      actor,
      cycleId,
      await cycleVersion(actor, cycleId),
      {
        heldOn: review.heldOn,
        ratings: Object.fromEntries(
          outcomes.map(({ id, target, baseline, doNotes: [last] }) => [
            id,
            {
              rating: review.rating,
              attained: last?.measured ?? (review.rating >= 0 ? target : baseline) ?? 'not measured',
              evidence: 'Friday tally, and what was seen in lessons.',
              trend: review.rating < 0 ? 'steady' : 'improving',
              why:
                review.rating < 0
                  ? 'Sessions fell away in the last weeks, and new words came too fast.'
                  : null,
              whyNotKnown: false,
              lifecycle: review.rating < 0 ? 'continuing' : 'achieved',
            },
          ]),
        ),
        provisions: Object.fromEntries(
          provisions.map(({ id }) => [
            id,
            {
              givenBy: 'as-planned',
              givenByNote: null,
              trained: 'trained',
              works: isSlow ? 'none' : 'some',
              quality: 'good',
              reaction: isSlow ? 'Comes willingly, tires after ten minutes.' : 'Looks forward to it.',
              decision: stops ? 'stop' : isSlow ? 'adjust' : 'continue',
              reason: isSlow ? 'Shorter and more often may suit better.' : 'It works, and is liked.',
            },
          ]),
        ),
        parentViews: isSlow
          ? 'Tries hard and is tired of it. We see little of it at home yet.'
          : 'We see the difference in the evenings.',
        parentViewsMissing: null,
        invitedFirst: null,
        invitedSecond: null,
        pupilAskedOn: notAfter(review.year, plusDays(review.heldOn, -1)),
        pupilViews: isSlow ? 'It is too many words at once.' : 'It got easier.',
        pupilViewsMissing: null,
        support: isSlow
          ? 'Given by the person named, but hardly half as often as planned.'
          : 'Given as planned by the person named.',
        parentsSayNext: 'To go on, with something to do at home.',
        pupilSaysNext: 'More of the games.',
        decision: review.decision,
        decisionReason: 'What was seen, and what parents and pupil said.',
        unchangedReason: null,
        nextStartsOn: stops ? null : notBefore(review.year, plusDays(review.heldOn, 1)),
        nextReviewDue: stops ? null : review.nextReviewDue,
        teacherId: responsible?.responsibleId ?? senco?.id ?? '',
        sencoId: senco?.id ?? '',
      },
      on(review.heldOn),
    ),
  )
  return nextCycleId
}
