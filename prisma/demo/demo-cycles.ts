import { randomUUID } from 'node:crypto'
import { type IsoDate, plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { addSource, saveParentViews, savePupilViews, saveSummary } from '@/lib/assessment/commands'
import { beginReview, goToPlan, startCycle } from '@/lib/cycle/commands'
import { activatePlan, saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { writeDoNote } from '@/lib/do-note/commands'
import { addOutcome, changeOutcome } from '@/lib/outcome/commands'
import { recordAnswer } from '@/lib/plan/agreement.commands'
import { partiesOf } from '@/lib/plan/agreement.reads'
import { addProvision, changeProvision } from '@/lib/provision/commands'
import { recordReview } from '@/lib/review/commands'
import type { ReviewForm } from '@/lib/review/schema'
import { type DemoPupil, must } from './demo-acts'
import { on } from './demo-days'
import { tellLines } from './demo-support'
import { AT_HOME, IN_EVERY_LESSON, plansFor } from './demo-plans'

/** How far a cycle gets in the demo, and when. */
export type DemoCycle = {
  /** The long-term outcome its targets are steps to. */
  aim?: string | undefined
  startedOn: IsoDate
  until: 'assess' | 'plan' | 'do' | 'review'
  reviewDue: IsoDate
  responsible: string
  /** The member of staff who gives the support, and the days on which it was noted. */
  deliverer: string
  noteDays?: readonly IsoDate[]
  /** Every line is given once a week and noted on each of the days: most plans are kept, and told so. */
  isWeekly?: boolean
  /** One outcome and the least that puts a plan into force: most of a large school is told so. */
  isBrief?: boolean
}

// Most lines of the demo say no more than what, who and how often.
const PLAIN_PROVISION = {
  catalogueEntryId: null,
  form: null,
  wave: null,
  additional: 'additional' as const,
  fromOutside: false,
  alsoGivenBy: [],
  equipment: null,
  inPlaceOn: null,
  care: false,
}

const versionOf = (actor: Actor, id: string) =>
  asActor(
    actor,
    async (tx) =>
      (
        await tx.cycle.findUniqueOrThrow({
          where: { schoolId_id: { schoolId: actor.schoolId, id } },
          select: { version: true },
        })
      ).version,
  )

/** Each parent and the pupil say yes to the plan, as it was talked through. */
async function agreeWithAll(actor: Actor, pupil: DemoPupil, cycleId: string, now: Date) {
  const plan = { cycleId, pupilId: pupil.id, givenName: pupil.givenName, changeId: null }
  const { parties } = await asActor(actor, (tx) => partiesOf(tx, plan, schoolDay(now)))
  for (const { contactId } of parties) {
    const said = contactId === null ? 'Chose the order of the outcomes.' : 'Asked for the Friday message.'
    const answer = { answer: 'agreed', said, method: 'in-person', on: schoolDay(now) } as const
    await must(recordAnswer(actor, cycleId, contactId, answer, now))
  }
}

/** The version with which the assessment's own forms are sent: 0 while nothing was saved yet. */
const assessmentVersion = (actor: Actor, cycleId: string) =>
  asActor(
    actor,
    async (tx) =>
      (await tx.assessment.findFirst({ where: { cycleId }, select: { version: true } }))?.version ?? 0,
  )

/** A cycle from its first day to the stage the story wants, by the same acts as real use. */
export async function runCycle(actor: Actor, pupil: DemoPupil, cycle: DemoCycle): Promise<string> {
  const { cycleId } = await must(
    startCycle(actor, pupil.id, { startedOn: cycle.startedOn }, on(cycle.startedOn)),
  )
  await assess(actor, pupil, cycleId, cycle)
  if (cycle.until === 'assess') return cycleId
  await plan(actor, pupil, cycleId, cycle)
  if (cycle.until === 'plan') return cycleId
  await carryOut(actor, pupil, cycleId, cycle)
  return cycleId
}

async function assess(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const day = cycle.startedOn
  const now = on(day)
  const [first] = plansFor(pupil.need)
  if (cycle.isBrief && cycle.until !== 'assess') return
  await must(
    addSource(
      actor,
      cycleId,
      {
        kind: 'teacher',
        saidBy: 'Class teacher',
        saidOn: day,
        audience: 'parents',
        words: `${pupil.givenName} works hard in short bursts and loses the thread in longer tasks.`,
      },
      now,
    ),
  )
  await must(
    addSource(
      actor,
      cycleId,
      {
        kind: 'progress',
        saidBy: 'SENCO',
        saidOn: day,
        audience: 'staff',
        words:
          'Slower than most of the same age from the same start, and the gap has not closed since last summer.',
      },
      now,
    ),
  )
  if (cycle.until === 'assess') return
  await must(
    saveParentViews(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      {
        parentViews: 'Happy at home, worn out after school. Would like to enjoy reading.',
        parentViewsFrom: pupil.contacts[0]?.fullName ?? 'Parent',
        parentViewsOn: day,
      },
      now,
    ),
  )
  await must(
    savePupilViews(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      { pupilViewsHow: 'talked', pupilViews: first?.said ?? 'It is fine.', pupilViewsOn: day },
      now,
    ),
  )
  await must(
    saveSummary(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      {
        strengths: 'Curious, kind to younger children, remembers what was seen.',
        barriers: 'Holding on to spoken instructions; starting work alone.',
        summary: `${pupil.givenName} needs words taught before the lesson, short steps and time to answer.`,
      },
      now,
    ),
  )
}

async function plan(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const now = on(cycle.startedOn)
  await must(goToPlan(actor, cycleId, await versionOf(actor, cycleId), now))
  const plans = (await carriedOn(actor, pupil, cycleId, cycle))
    ? []
    : plansFor(pupil.need).slice(0, cycle.isBrief || cycle.until === 'plan' ? 1 : 2)
  for (const one of plans) {
    const { outcomeId } = await must(
      addOutcome(
        actor,
        cycleId,
        {
          willDo: one.willDo(pupil.givenName),
          measure: one.measure,
          unit: one.unit,
          baseline: String(one.baseline),
          baselineOn: cycle.startedOn,
          target: String(one.target),
          byOn: cycle.reviewDue,
          why: one.why(pupil.givenName),
          wish: one.wish,
          expectedImpact: one.impact,
          needs: pupil.need ? [pupil.need] : [],
          broadAreas: [],
          longTermOutcomeId: cycle.aim ?? null,
        },
        now,
      ),
    )
    await must(
      addProvision(
        actor,
        cycleId,
        {
          ...PLAIN_PROVISION,
          ...one.provision,
          perWeek: cycle.isWeekly ? 1 : one.provision.perWeek,
          deliveredById: cycle.deliverer,
          deliverer: null,
          fromOn: plusDays(cycle.startedOn, 3),
          untilOn: cycle.reviewDue,
          outcomeIds: [outcomeId],
        },
        now,
      ),
    )
  }
  if (!cycle.isBrief)
    await must(
      saveEveryDay(
        actor,
        cycleId,
        1,
        {
          aspirations: 'To read alone, and to have a friend to sit with at lunch.',
          inEveryLesson: IN_EVERY_LESSON,
          atHome: AT_HOME,
        },
        now,
      ),
    )
  if (!cycle.isBrief) await tellLines(actor, cycleId, now)
}

/** What the last review carried on is given its new dates; false when there was nothing. */
async function carriedOn(
  actor: Actor,
  pupil: DemoPupil,
  cycleId: string,
  cycle: DemoCycle,
): Promise<boolean> {
  const { outcomes, provisions } = await asActor(actor, async (tx) => ({
    outcomes: await tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      orderBy: { position: 'asc' },
    }),
    provisions: await tx.provision.findMany({
      where: { cycleId, removedAt: null },
      include: { outcomes: true },
    }),
  }))
  const now = on(cycle.startedOn)
  for (const [index, outcome] of outcomes.entries()) {
    const told = plansFor(pupil.need)[index]
    await must(
      changeOutcome(
        actor,
        outcome.id,
        outcome.version,
        {
          willDo: outcome.willDo,
          measure: outcome.measure,
          unit: outcome.unit,
          baseline: String((told?.baseline ?? 0) + 1),
          baselineOn: cycle.startedOn,
          target: outcome.target,
          byOn: cycle.reviewDue,
          why: outcome.why,
          wish: told?.wish ?? null,
          expectedImpact: outcome.expectedImpact,
          needs: outcome.needs,
          broadAreas: [],
          longTermOutcomeId: outcome.longTermOutcomeId,
        },
        now,
      ),
    )
  }
  for (const { id, version, what, place, minutes, perWeek, groupSize, outcomes: served } of provisions)
    await must(
      changeProvision(
        actor,
        id,
        version,
        {
          ...PLAIN_PROVISION,
          what,
          place,
          minutes,
          perWeek,
          groupSize,
          deliveredById: cycle.deliverer,
          deliverer: null,
          fromOn: plusDays(cycle.startedOn, 3),
          untilOn: cycle.reviewDue,
          outcomeIds: served.map(({ outcomeId }) => outcomeId),
        },
        now,
      ),
    )
  return outcomes.length > 0
}

async function carryOut(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const now = on(plusDays(cycle.startedOn, 3))
  await must(
    saveResponsible(actor, cycleId, 1, { responsibleId: cycle.responsible, reviewDue: cycle.reviewDue }, now),
  )
  await agreeWithAll(actor, pupil, cycleId, now)
  await must(activatePlan(actor, cycleId, await versionOf(actor, cycleId), now))
  await notes(actor, pupil, cycleId, cycle)
  if (cycle.until === 'review')
    await must(beginReview(actor, cycleId, await versionOf(actor, cycleId), on(cycle.reviewDue)))
}

/** The person who gives the support, as they sign in themselves. */
async function actorOf(actor: Actor, membershipId: string, pupilId: string): Promise<Actor> {
  const { role } = await asActor(actor, (tx) =>
    tx.membership.findUniqueOrThrow({
      where: { schoolId_id: { schoolId: actor.schoolId, id: membershipId } },
      select: { role: true },
    }),
  )
  const base = { schoolId: actor.schoolId, membershipId }
  return role === 'class-teacher' || role === 'teaching-assistant'
    ? { ...base, role, pupilIds: [pupilId] }
    : { ...base, role: 'senco' }
}

async function notes(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const lines = await asActor(actor, (tx) =>
    tx.provision.findMany({
      where: { cycleId, removedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true, minutes: true, outcomes: { select: { outcomeId: true } } },
    }),
  )
  const writer = await actorOf(actor, cycle.deliverer, pupil.id)
  const days = (cycle.noteDays ?? []).filter((day) => day > cycle.startedOn)
  const sessions = days.flatMap((day, index) =>
    lines.flatMap((line, place) => {
      const told = plansFor(pupil.need)[place]
      return told && (cycle.isWeekly || place === index % lines.length) ? [{ day, index, line, told }] : []
    }),
  )
  for (const { day, index, line, told } of sessions) {
    const isMissed = index % 7 === 5
    const grown = Math.round(
      told.baseline + ((told.target - told.baseline) * (index + 1)) / (days.length + 3),
    )
    await must(
      writeDoNote(
        writer,
        cycleId,
        {
          formKey: randomUUID(),
          about: line.id,
          delivered: isMissed ? 'not-given' : 'given',
          reason: isMissed ? 'Away that day' : null,
          givenBy: null,
          minutes: isMissed ? null : line.minutes,
          observation: isMissed ? null : (told.seen[index % told.seen.length] ?? null),
          outcomeId: isMissed ? null : (line.outcomes[0]?.outcomeId ?? null),
          measured: isMissed ? null : String(grown),
          happenedOn: day,
          audience: index % 3 === 0 ? 'parents' : 'staff',
        },
        on(day),
      ),
    )
  }
}

/** The review of the open cycle, on the day it was held, and the next cycle it opens. */
export async function reviewCycle(
  actor: Actor,
  cycleId: string,
  review: {
    heldOn: IsoDate
    rating: -2 | -1 | 0 | 1 | 2
    decision: ReviewForm['decision']
    nextReviewDue: IsoDate
  },
): Promise<string | null> {
  const { outcomes, provisions, responsible, senco } = await asActor(actor, async (tx) => ({
    outcomes: await tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      select: { id: true, target: true, baseline: true },
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
      await versionOf(actor, cycleId),
      {
        heldOn: review.heldOn,
        ratings: Object.fromEntries(
          outcomes.map(({ id, target, baseline }) => [
            id,
            {
              rating: review.rating,
              attained: (review.rating >= 0 ? target : baseline) ?? 'not measured',
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
        parentViews: 'We see the difference in the evenings.',
        parentViewsMissing: null,
        invitedFirst: null,
        invitedSecond: null,
        pupilAskedOn: plusDays(review.heldOn, -2),
        pupilViews: 'It got easier.',
        pupilViewsMissing: null,
        support: 'Given as planned by the person named, a little less often in the last weeks.',
        parentsSayNext: 'To go on, with something to do at home.',
        pupilSaysNext: 'More of the games.',
        decision: review.decision,
        decisionReason: 'What was seen, and what parents and pupil said.',
        unchangedReason: null,
        nextStartsOn: stops ? null : plusDays(review.heldOn, 1),
        nextReviewDue: stops ? null : review.nextReviewDue,
        teacherId: responsible?.responsibleId ?? senco?.id ?? '',
        sencoId: senco?.id ?? '',
      },
      on(review.heldOn),
    ),
  )
  return nextCycleId
}

/** Takes a cycle that a review opened through planning and into force. */
export async function carryOnCycle(
  actor: Actor,
  pupil: DemoPupil,
  cycleId: string,
  cycle: DemoCycle,
): Promise<void> {
  await assess(actor, pupil, cycleId, cycle)
  if (cycle.until === 'assess') return
  await plan(actor, pupil, cycleId, cycle)
  if (cycle.until === 'plan') return
  await carryOut(actor, pupil, cycleId, cycle)
}
