import 'server-only'
import { audit } from '@/lib/audit/commands'
import { readAssessment, readSources } from '@/lib/assessment/reads'
import { type AssessmentGap, assessmentGaps } from '@/lib/assessment/rules'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { deliveredInCycle } from '@/lib/do-note/delivered.reads'
import { countDoNotes } from '@/lib/do-note/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { readReview } from '@/lib/review/reads'
import type { ReviewRecord } from '@/lib/review/record.rules'
import { schoolYearCalendar } from '@/lib/school/reads'
import { planToActivate } from './activation.reads'
import { type MissingItem, missingBeforeActivation } from './activation.rules'
import { type CycleHeader, type CyclePlace, openCycle } from './hold.reads'
import { type Plan, readPlan } from './plan.reads'
import { cyclePolicy } from './policy'
import { type CycleLine, pupilCycles } from './reads'
import { pupilToStart } from './start.reads'
import { startProblem } from './start.rules'
import { isDraft, isInForce } from './writing.rules'

export type StartPage = {
  name: string
  givenName: string
  number: number
  problem: string | null
  today: IsoDate
}

/** The page that starts a pupil's next cycle, with the reason where none can be started (6.44). */
export function getStart(actor: Actor, pupilId: string, now: Date): Promise<StartPage> {
  const subject = { schoolId: actor.schoolId, pupilId }
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await pupilToStart(tx, pupilId, today)
    if (!pupil || !cyclePolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    if (!cyclePolicy.start(actor, subject)) throw new NotAllowed(`start a cycle of pupil ${pupilId}`)
    const trace = { subjectId: pupilId, pupilId, details: { page: 'start-cycle' } }
    await audit(tx, actor, { action: 'pupil.opened', ...trace }, now)
    const { name, givenName, last } = pupil
    return { name, givenName, number: (last?.number ?? 0) + 1, problem: startProblem(pupil), today }
  })
}

export type CyclePage = {
  cycle: CycleHeader
  plan: Plan
  review: ReviewRecord | null
  /** The cycles before and after this one, and itself. */
  cycles: CycleLine[]
  doNotes: number
  assessmentGaps: AssessmentGap[]
  missing: MissingItem[]
  /** Provision in force that nobody has noted for too long (R12). */
  quiet: { id: string; what: string; schoolDays: number }[]
  today: IsoDate
  mayWrite: boolean
}

/** A cycle as a list of its four stages: what is done, what is missing, what is late. */
export function getCycle(actor: Actor, place: CyclePlace, now: Date): Promise<CyclePage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openCycle(tx, actor, place, 'cycle', now)
    const { cycleId, pupilId } = cycle
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycleId}`)
    const assessment = await readAssessment(tx, cycleId)
    const sources = await readSources(tx, cycleId)
    const isOpen = cycle.stage !== 'closed'
    const delivered = isInForce(cycle.stage) ? await deliveredInCycle(tx, cycle, calendar, today) : []
    const quiet = delivered.flatMap(({ id, what, flags }) =>
      flags.flatMap((flag) => (flag.ruleId === 'R12' ? [{ id, what, schoolDays: flag.schoolDays }] : [])),
    )
    return {
      cycle,
      plan,
      review: isOpen ? null : await readReview(tx, cycleId),
      cycles: await pupilCycles(tx, pupilId, today),
      doNotes: await countDoNotes(tx, cycleId),
      assessmentGaps: assessmentGaps({ ...assessment, kinds: sources.map(({ kind }) => kind) }),
      missing: !isDraft(cycle.stage) ? [] : missingBeforeActivation(await planToActivate(tx, cycle, today)),
      quiet,
      today,
      mayWrite: isOpen && cyclePolicy.write(actor, cycle),
    }
  })
}
