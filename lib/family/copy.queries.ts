import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { currentPlan } from '@/lib/cycle/reads'
import { factsOf, standingFrom } from '@/lib/parent-meeting/reads'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import { planLines } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar } from '@/lib/school/reads'
import { familyPolicy } from './policy'
import { childOf, helpOf, openChild, schoolPeople, sharedPlanOf } from './reads'
import type { Child, Help, SchoolPeople, SharedPlan } from './rules'

/** The plan made for paper: the same sheet for a family, from what was shared, and for the school, from all of it. */
export type PlanCopy = {
  edition: 'family' | 'school'
  today: IsoDate
  child: Child
  plan: SharedPlan | null
  lines: PlanLine[]
  standing: ParentMeetingStanding
  people: SchoolPeople
  help: Help
}

/** The family's copy of the plan (P91), from shared rows alone, and the trace that it was read. */
export function getFamilyCopy(actor: Actor, pupilId: string, now: Date): Promise<PlanCopy> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const child = await openChild(tx, actor, { pupilId, page: 'family/plan', today, now })
    return { edition: 'family', ...(await sheetOf(tx, actor, child, today)) }
  })
}

/** The school's copy of the plan, for those who teach or support the pupil (6.49). */
export function getSchoolCopy(actor: Actor, pupilId: string, now: Date): Promise<PlanCopy> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const header = await openPupil(tx, actor, { pupilId, page: 'plan/print', today, now })
    if (!familyPolicy.readSchoolCopy(actor, { schoolId: header.schoolId, pupilId }))
      throw new NotFound(`plan of pupil ${pupilId}`)
    return { edition: 'school', ...(await sheetOf(tx, actor, childOf(header, today), today)) }
  })
}

async function sheetOf(tx: SchoolTx, actor: Actor, child: Child, today: IsoDate) {
  const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
  const plan = await currentPlan(tx, child.id, calendar, today)
  const { byId, ...people } = await schoolPeople(tx, child.id, plan, today)
  const { standing } = standingFrom(await factsOf(tx, child.id, calendar), calendar, today)
  return {
    today,
    child,
    plan: plan && sharedPlanOf(plan, byId),
    lines: plan ? await planLines(tx, plan.cycleId) : [],
    standing,
    people,
    help: await helpOf(tx, actor.schoolId),
  }
}
