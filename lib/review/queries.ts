import 'server-only'
import { type IsoDate, plusDays, schoolDay } from '@/lib/calendar/iso-date'
import { plusSchoolDays } from '@/lib/calendar/school-days'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { type Plan, readPlan } from '@/lib/cycle/plan.reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { reviewPolicy } from './policy'
import { readReview } from './reads'
import type { ReviewRecord } from './record.rules'
import { daysLate, type ReviewTiming, reviewTiming } from './rules'

export type ReviewPage = {
  cycle: CycleHeader
  plan: Plan
  review: ReviewRecord | null
  timing: ReviewTiming | null
  /** Days the review is overdue today (R15). */
  overdueDays: number
  today: IsoDate
  /** The cycle that follows, once this one is closed. */
  nextCycleId: string | null
  /** The next school day, on which the next cycle may well begin. */
  nextStartsOn: IsoDate
  mayRecord: boolean
}

/** The Review page of a cycle: the form while it is open, what was recorded once it is closed (6.53, 6.54). */
export function getReview(actor: Actor, place: CyclePlace, now: Date): Promise<ReviewPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openCycle(tx, actor, place, 'review', now)
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
    const isOpen = cycle.stage !== 'closed'
    const next = isOpen
      ? null
      : await tx.cycle.findFirst({ where: { previousId: cycle.cycleId }, select: { id: true } })
    const due = isOpen ? cycle.reviewDue : null
    return {
      cycle,
      plan,
      review: isOpen ? null : await readReview(tx, cycle.cycleId),
      timing: due && reviewTiming(due, today),
      overdueDays: due ? daysLate(due, today) : 0,
      today,
      nextCycleId: next?.id ?? null,
      nextStartsOn: plusSchoolDays(calendar, today, 1) ?? plusDays(today, 1),
      mayRecord: isInForce(cycle.stage) && reviewPolicy.record(actor, cycle),
    }
  })
}
