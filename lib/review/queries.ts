import 'server-only'
import { type IsoDate, plusDays, schoolDay } from '@/lib/calendar/iso-date'
import { plusSchoolDays } from '@/lib/calendar/school-days'
import { calendarBetween } from '@/lib/cycle/calendar.reads'
import { type CycleHeader, type CyclePlace, openCycle, openToWrite } from '@/lib/cycle/hold.reads'
import { type Plan, readPlan } from '@/lib/cycle/plan.reads'
import { reviewDueNote, settleNote, termNote } from '@/lib/cycle/review-date.rules'
import { isInForce } from '@/lib/cycle/writing.rules'
import { deliveredInCycle } from '@/lib/do-note/delivered.reads'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import { measuredOutcomes } from '@/lib/measurement/reads'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import { targetsSetAgain } from '@/lib/outcome/plan.reads'
import { againWords } from '@/lib/outcome/whole.words'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar, type SchoolYearCalendar } from '@/lib/school/reads'
import { lackingNow } from '@/lib/training/reads'
import type { TrainedGiving } from '@/lib/training/rules'
import { expectedOn, type HolidayMove, holidayMove, type ReviewMove } from './date.rules'
import { reviewPolicy } from './policy'
import { readDraft, readReview, type ReviewDraft, reviewMoves } from './reads'
import type { ReviewRecord, Signers } from './record.rules'
import { daysLate, type ReviewTiming, reviewTiming } from './rules'
import { type Seen, seenByProvision } from './seen.reads'
import { signers } from './sign-off.reads'

export type ReviewPage = {
  cycle: CycleHeader
  plan: Plan
  review: ReviewRecord | null
  timing: ReviewTiming | null
  /** Days the review is overdue today (R15). */
  overdueDays: number
  /** The day expected now, where the agreed one has passed. */
  expectedOn: IsoDate | null
  moves: ReviewMove[]
  /** The agreed day is without school: by when to move it (R14). */
  holiday: HolidayMove | null
  draft: ReviewDraft | null
  signers: Signers
  /** What was last seen while each provision was given. */
  seen: Seen
  /** What is said of an outcome set for the third time or more, by the outcome. */
  again: Readonly<Record<string, string>>
  /** What was measured, and given as planned or not: the right person, often enough (6.54; P56, P67). */
  measured: MeasuredOutcome[]
  delivered: DeliveredProvision[]
  /** Who gives something without the training it asks for, for those who lead the school (R11; P67). */
  lacking: TrainedGiving[]
  today: IsoDate
  /** The cycle that follows, once this one is closed, with what to think about in its review date. */
  next: { id: string; dateNotes: string[] } | null
  /** The next school day, on which the next cycle may well begin. */
  nextStartsOn: IsoDate
  mayRecord: boolean
  mayStepDown: boolean
  /** What came after the review was recorded may still be added (R17). */
  mayAddViews: boolean
}

async function nextCycle(tx: SchoolTx, cycle: CycleHeader, calendar: SchoolYearCalendar) {
  const next = await tx.cycle.findFirst({
    where: { previousId: cycle.cycleId },
    select: { id: true, reviewDue: true },
  })
  const due = next && fromDateColumnOrNull(next.reviewDue)
  if (!next || !due || !cycle.closedOn) return next && { id: next.id, dateNotes: [] }
  const span = await calendarBetween(tx, cycle.schoolId, { from: cycle.closedOn, to: due }, calendar)
  const notes = [reviewDueNote(due, span), termNote(due, cycle.closedOn, span)]
  return { id: next.id, dateNotes: notes.filter((note) => note !== null) }
}

async function againByOutcome(tx: SchoolTx, { pupilId, number }: CycleHeader) {
  const again = await targetsSetAgain(tx, pupilId, number)
  return Object.fromEntries(again.map((each) => [each.id, againWords(each)]))
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
    const due = isOpen ? cycle.reviewDue : null
    const mayRecord = isInForce(cycle.stage) && reviewPolicy.record(actor, cycle)
    const moves = await reviewMoves(tx, cycle.cycleId)
    return {
      cycle,
      plan,
      moves,
      review: isOpen ? null : await readReview(tx, cycle.cycleId),
      timing: due && reviewTiming(due, today),
      overdueDays: due ? daysLate(due, today) : 0,
      expectedOn: isOpen ? expectedOn(moves) : null,
      holiday: due && holidayMove(due, calendar, today),
      draft: mayRecord ? await readDraft(tx, cycle.cycleId) : null,
      signers: mayRecord ? await signers(tx, today) : { teachers: [], sencos: [] },
      again: mayRecord ? await againByOutcome(tx, cycle) : {},
      seen: mayRecord ? await seenByProvision(tx, cycle.cycleId) : {},
      measured: await measuredOutcomes(tx, { cycleId: cycle.cycleId }),
      delivered: await deliveredInCycle(tx, cycle, calendar, today),
      lacking: mayRecord && leadsSchool(actor) ? await lackingNow(tx, cycle.cycleId, today) : [],
      today,
      next: isOpen ? null : await nextCycle(tx, cycle, calendar),
      nextStartsOn: plusSchoolDays(calendar, today, 1) ?? plusDays(today, 1),
      mayRecord,
      mayStepDown: reviewPolicy.stepDown(actor, cycle),
      mayAddViews: !isOpen && reviewPolicy.record(actor, cycle),
    }
  })
}

export type MovePage = {
  cycle: CycleHeader
  reviewDue: IsoDate
  hasPassed: boolean
  moves: ReviewMove[]
  /** What to think about in the agreed day: no school, too soon to judge (R14, P33). */
  dateNotes: string[]
}

/** The page on which another day is agreed for a review, or noted once the agreed one has passed (R15). */
export function getMove(actor: Actor, place: CyclePlace, now: Date): Promise<MovePage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openToWrite(
      ...([tx, actor, place, 'review', now] as const),
      (found) => isInForce(found.stage) && found.reviewDue !== null && reviewPolicy.move(actor, found),
    )
    const reviewDue = cycle.reviewDue as IsoDate
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    const span = await calendarBetween(tx, cycle.schoolId, { from: cycle.startedOn, to: reviewDue }, calendar)
    const notes = [reviewDueNote(reviewDue, span), settleNote(reviewDue, plan?.provisions ?? [], span)]
    return {
      cycle,
      reviewDue,
      hasPassed: reviewDue < today,
      moves: await reviewMoves(tx, cycle.cycleId),
      dateNotes: notes.filter((note) => note !== null),
    }
  })
}

/** The page on which views that came after a review are added (R17). */
export function getLaterViews(
  actor: Actor,
  place: CyclePlace,
  now: Date,
): Promise<{ cycle: CycleHeader; review: ReviewRecord }> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(tx, actor, place, 'review', now, (found) =>
      reviewPolicy.record(actor, found),
    )
    const review = await readReview(tx, cycle.cycleId)
    if (!review) throw new NotFound(`review of cycle ${cycle.cycleId}`)
    return { cycle, review }
  })
}
