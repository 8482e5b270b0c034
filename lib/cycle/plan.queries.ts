import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type Actor, leadsSchool, type Role } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type GentleNote, USUAL_MOST_OUTCOMES } from '@/lib/outcome/rules'
import { planLines } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import { agreementsOf } from '@/lib/plan/agreement.reads'
import { type Party, planStep, type PlanStep } from '@/lib/plan/agreement.rules'
import { withDraftedCare } from '@/lib/plan/care.reads'
import { type ContentChange, contentChanges } from '@/lib/plan/compare.words'
import { readContent } from '@/lib/plan/content.reads'
import { latestOfCycle, listVersions, type VersionLine } from '@/lib/plan/versions.reads'
import { type SchoolYearCalendar, schoolYearCalendar } from '@/lib/school/reads'
import { suggestionPolicy } from '@/lib/suggestion/policy'
import { suggestionsOf } from '@/lib/suggestion/reads'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import { lackingNow } from '@/lib/training/reads'
import type { TrainedGiving } from '@/lib/training/rules'
import { planToActivate } from './activation.reads'
import { type MissingItem, missingBeforeActivation } from './activation.rules'
import { calendarBetween } from './calendar.reads'
import { type OpenChange, openChangeOf } from './change.reads'
import { type CycleHeader, type CyclePlace, openCycle, openPlanToWrite } from './hold.reads'
import { needsNotMet, planNotes } from './notes.reads'
import { type Plan, readPlan } from './plan.reads'
import { cyclePolicy, RESPONSIBLE_ROLES } from './policy'
import { reviewDueNote, settleNote, termNote } from './review-date.rules'
import { isDraft, isInForce } from './writing.rules'

export type PlanPage = {
  cycle: CycleHeader
  plan: Plan
  /** What bends, strategies, quiet and home: the plan for every day. */
  lines: PlanLine[]
  /** Who would give something without the training it asks for; only for those who lead the school (R11). */
  lacking: TrainedGiving[]
  /** What must still be written before the plan can come into force, and the paragraph that asks for it. */
  missing: MissingItem[]
  /** The pupil's needs that no outcome of a draft answers. */
  needsWithoutOutcome: { code: string; name: string }[]
  /** Thoughts about a draft, by the outcome or provision they are about; they stop nothing. */
  notes: Record<string, GentleNote[]>
  reviewDueNote: string | null
  hasManyOutcomes: boolean
  /** What each parent and the pupil say of it, and each attempt to ask them. */
  parties: Party[]
  step: PlanStep
  /** Which extra help the parents think would work, in view while the plan is written (P19). */
  suggestions: SuggestionLine[]
  mayAnswer: boolean
  mayWrite: boolean
}

/** The Plan page of a cycle, with what is published of it and the change that is being written, if one is. */
export type PublishedPlanPage = PlanPage & {
  versions: VersionLine[]
  change: OpenChange | null
  mayChange: boolean
}

/** The draft of a change, beside what was published. */
export type PlanChangePage = PlanPage & {
  change: OpenChange
  /** What is different so far, in sentences. */
  changes: ContentChange[]
}

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

// The plan as it is published, or inside a change its draft: whichever this transaction works in.
async function planPage(tx: SchoolTx, actor: Actor, cycle: CycleHeader, today: IsoDate): Promise<PlanPage> {
  const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
  const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
  if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
  const draft = isDraft(cycle.stage, cycle.changeId)
  const asked = await planToActivate(tx, cycle, today)
  const missing = draft ? missingBeforeActivation(asked) : []
  return {
    cycle,
    plan,
    lines: await planLines(tx, cycle.cycleId),
    lacking: leadsSchool(actor) ? await lackingNow(tx, cycle.cycleId, today) : [],
    missing,
    parties: [...asked.agreement.parties],
    step: planStep(plan, missing.length),
    suggestions: await suggestionsOf(tx, { cycleId: cycle.cycleId }),
    mayAnswer: cycle.stage !== 'closed' && suggestionPolicy.write(actor, cycle),
    notes: await planNotes(tx, plan, draft, today),
    needsWithoutOutcome: draft ? await needsNotMet(tx, plan, today) : [],
    reviewDueNote: draft ? await dateNote(tx, cycle.schoolId, plan, calendar) : null,
    hasManyOutcomes: draft && plan.outcomes.length > USUAL_MOST_OUTCOMES,
    mayWrite: draft && cyclePolicy.write(actor, cycle),
  }
}

/** The Plan page of a cycle: outcomes, then provision, then what else a plan must say (6.40, 6.48). */
export function getPlan(actor: Actor, place: CyclePlace, now: Date): Promise<PublishedPlanPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'plan', now)
    const page = await planPage(tx, actor, { ...cycle, changeId: null }, schoolDay(now))
    const versions = await listVersions(tx, cycle.pupilId)
    return {
      ...page,
      versions: versions.filter(({ cycleId }) => cycleId === cycle.cycleId),
      change: isInForce(cycle.stage) ? await openChangeOf(tx, cycle.cycleId) : null,
      mayChange: isInForce(cycle.stage) && cyclePolicy.write(actor, cycle),
    }
  })
}

/** The draft of a change of a plan in force, as those who write it see it, with what is different so far (P30). */
export function getPlanChange(actor: Actor, place: CyclePlace, now: Date): Promise<PlanChangePage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openPlanToWrite(tx, actor, place, 'plan/change', now, cyclePolicy.write)
    const change = isInForce(cycle.stage) ? await openChangeOf(tx, cycle.cycleId) : null
    const before = await latestOfCycle(tx, cycle.cycleId)
    if (!change || !before) throw new NotFound(`change of cycle ${cycle.cycleId}`)
    const page = await planPage(tx, actor, cycle, today)
    const draft = await readContent(tx, cycle.cycleId, agreementsOf(page.parties), today)
    return {
      ...page,
      change,
      missing: page.missing.filter(({ item }) => !/^(?:agreement|suggestions)\./.test(item)),
      changes: draft ? contentChanges(before.content, await withDraftedCare(tx, cycle.cycleId, draft)) : [],
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
    const cycle = await openPlanToWrite(tx, actor, place, 'plan', now, cyclePolicy.write)
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
    return { cycle, plan, staff: await whoMayAnswer(tx, today) }
  })
}
