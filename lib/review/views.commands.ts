import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { reviewPolicy } from './policy'
import type { LaterViewsForm } from './schema'

/** Adds what a parent or the pupil said after the review, or one more invitation; the review itself stays (R17). */
export function addLaterViews(
  actor: Actor,
  cycleId: string,
  form: LaterViewsForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, reviewPolicy.record)
    const review = await tx.review.findFirst({ where: { cycleId }, select: { id: true, heldOn: true } })
    if (!review) throw new NotFound(`review of cycle ${cycleId}`)
    if (form.onDay > schoolDay(now)) return refuse('onDay', 'The day must be today or in the past')
    if (form.words !== null && form.onDay < fromDateColumn(review.heldOn))
      return refuse('onDay', 'The day must be on or after the review: what was said before stands in it')
    const { pupilId } = cycle
    const { id } = await tx.reviewView.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId, reviewId: review.id },
        ...{ whose: form.whose, words: form.words, onDay: toDateColumn(form.onDay) },
        ...{ writtenById: actor.membershipId, writtenAt: now, sharedAt: now },
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'review.views-added', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}
