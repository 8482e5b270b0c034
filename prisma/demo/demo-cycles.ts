import { schoolDay } from '@/lib/calendar/iso-date'
import { beginReview, startCycle } from '@/lib/cycle/commands'
import { activatePlan, saveResponsible } from '@/lib/cycle/plan.commands'
import { recordAnswer } from '@/lib/plan/agreement.commands'
import { partiesOf } from '@/lib/plan/agreement.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { type DemoPupil, must } from './demo-acts'
import { cycleVersion, type DemoCycle, inForceOn } from './demo-cycle'
import { tellAssessment } from './demo-assessment'
import { on } from './demo-days'
import { tellNotes } from './demo-notes'
import { tellPlan } from './demo-plan'

/** A cycle from its first day to the stage the story wants, by the same acts as real use. */
export async function runCycle(actor: Actor, pupil: DemoPupil, cycle: DemoCycle): Promise<string> {
  const { cycleId } = await must(
    startCycle(actor, pupil.id, { startedOn: cycle.startedOn }, on(cycle.startedOn)),
  )
  await tellAssessment(actor, pupil, cycleId, cycle)
  if (cycle.until === 'assess') return cycleId
  await tellPlan(actor, pupil, cycleId, cycle)
  if (cycle.until === 'plan') return cycleId
  await carryOut(actor, pupil, cycleId, cycle)
  return cycleId
}

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

async function carryOut(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const now = on(inForceOn(cycle))
  const { responsible: responsibleId, reviewDue } = cycle
  await must(saveResponsible(actor, cycleId, 1, { responsibleId, reviewDue }, now))
  await agreeWithAll(actor, pupil, cycleId, now)
  await must(activatePlan(actor, cycleId, await cycleVersion(actor, cycleId), now))
  await tellNotes(actor, pupil, cycleId, cycle)
  if (cycle.until === 'review')
    await must(
      beginReview(actor, cycleId, await cycleVersion(actor, cycleId), on(cycle.reviewBegins ?? reviewDue)),
    )
}

/** Takes a cycle that a review opened through planning and into force. */
export async function carryOnCycle(
  actor: Actor,
  pupil: DemoPupil,
  cycleId: string,
  cycle: DemoCycle,
): Promise<void> {
  await tellAssessment(actor, pupil, cycleId, cycle)
  if (cycle.until === 'assess') return
  await tellPlan(actor, pupil, cycleId, cycle)
  if (cycle.until === 'plan') return
  await carryOut(actor, pupil, cycleId, cycle)
}
