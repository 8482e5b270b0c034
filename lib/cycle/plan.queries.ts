import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor, Role } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type GentleNote, outcomeNotes, USUAL_MOST_OUTCOMES } from '@/lib/outcome/rules'
import { planLines } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import { provisionNotes } from '@/lib/provision/rules'
import { type SchoolYearCalendar, schoolYearCalendar } from '@/lib/school/reads'
import { planToActivate } from './activation.reads'
import { type MissingItem, missingBeforeActivation } from './activation.rules'
import { calendarBetween } from './calendar.reads'
import { type CycleHeader, type CyclePlace, openCycle, openToWrite } from './hold.reads'
import { type Plan, readPlan } from './plan.reads'
import { cyclePolicy, RESPONSIBLE_ROLES } from './policy'
import { reviewDueNote, settleNote, termNote } from './review-date.rules'
import { isDraft } from './writing.rules'

export type PlanPage = {
  cycle: CycleHeader
  plan: Plan
  /** What bends, strategies, quiet and home: the plan for every day. */
  lines: PlanLine[]
  /** What must still be written before the plan can come into force, and the paragraph that asks for it. */
  missing: MissingItem[]
  /** Thoughts about a draft, by the outcome or provision they are about; they stop nothing. */
  notes: Record<string, GentleNote[]>
  reviewDueNote: string | null
  hasManyOutcomes: boolean
  mayWrite: boolean
}

const notesOf = (plan: Plan, today: IsoDate): Record<string, GentleNote[]> =>
  Object.fromEntries([
    ...plan.outcomes.map(
      (outcome) => [outcome.id, outcomeNotes(outcome, { reviewDue: plan.reviewDue, today })] as const,
    ),
    ...plan.provisions.map((provision) => [provision.id, provisionNotes(provision, plan)] as const),
  ])

// The review may lie in the next school year, which has terms of its own. All three are gentle (R14, P33, P64).
async function dateNote(tx: SchoolTx, schoolId: string, plan: Plan, calendar: SchoolYearCalendar) {
  const { reviewDue, startedOn } = plan
  if (!reviewDue) return null
  const span = await calendarBetween(tx, schoolId, { from: startedOn, to: reviewDue }, calendar)
  const notes = [
    reviewDueNote(reviewDue, span),
    settleNote(reviewDue, plan.provisions, span),
    termNote(reviewDue, startedOn, span),
  ].filter((note) => note !== null)
  return notes.length === 0 ? null : notes.join('. ')
}

/** The Plan page of a cycle: outcomes, then provision, then what else a plan must say (6.40, 6.48). */
export function getPlan(actor: Actor, place: CyclePlace, now: Date): Promise<PlanPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openCycle(tx, actor, place, 'plan', now)
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
    const draft = isDraft(cycle.stage)
    return {
      cycle,
      plan,
      lines: await planLines(tx, cycle.cycleId),
      missing: draft ? missingBeforeActivation(await planToActivate(tx, cycle.cycleId, today)) : [],
      notes: draft ? notesOf(plan, today) : {},
      reviewDueNote: draft ? await dateNote(tx, cycle.schoolId, plan, calendar) : null,
      hasManyOutcomes: draft && plan.outcomes.length > USUAL_MOST_OUTCOMES,
      mayWrite: draft && cyclePolicy.write(actor, cycle),
    }
  })
}

export type StaffChoice = { id: string; name: string; role: Role }

async function whoMayAnswer(tx: SchoolTx, today: IsoDate): Promise<StaffChoice[]> {
  const day = toDateColumn(today)
  const rows = await tx.membership.findMany({
    where: {
      role: { in: [...RESPONSIBLE_ROLES] },
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
    select: { id: true, givenName: true, familyName: true, role: true },
  })
  return rows.map(({ id, givenName, familyName, role }) => ({
    id,
    name: `${givenName} ${familyName}`,
    role: role as Role,
  }))
}

export type PlanPart = { cycle: CycleHeader; plan: Plan; staff: StaffChoice[] }

/** One page of the plan's draft, as a teacher of the pupil changes it. */
export function getPlanPart(actor: Actor, place: CyclePlace, now: Date): Promise<PlanPart> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openToWrite(
      tx,
      actor,
      place,
      'plan',
      now,
      (found) => isDraft(found.stage) && cyclePolicy.write(actor, found),
    )
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
    return { cycle, plan, staff: await whoMayAnswer(tx, today) }
  })
}
