import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { readReceiptPolicy } from './policy'
import { plansToRead } from './reads'
import { coverageByPerson, type PersonCoverage, type PlanCoverage, readerLines } from './rules'

export type CoveragePage = { byPupil: PlanCoverage[]; byPerson: PersonCoverage[] }

/** Who has read which plan, by pupil and by person, for whoever leads the school (6.49, R10, P53). */
export async function getCoverage(actor: Actor, now: Date): Promise<CoveragePage> {
  if (!readReceiptPolicy.coverage(actor, actor)) throw new NotFound('who has read the plans')
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const thisYear = await schoolYearCalendar(tx, actor.schoolId, today)
    const calendar = await withYearBefore(tx, actor.schoolId, thisYear)
    const plans = await plansToRead(tx, { pupilId: null, today })
    const byPupil = plans.map((plan) => ({ ...plan, readers: readerLines(plan, calendar, today) }))
    return { byPupil, byPerson: coverageByPerson(plans, calendar, today) }
  })
}
