import { goToPlan } from '@/lib/cycle/commands'
import { saveEveryDay } from '@/lib/cycle/plan.commands'
import { addOutcome } from '@/lib/outcome/commands'
import type { Actor } from '@/lib/platform/actor'
import { addProvision } from '@/lib/provision/commands'
import { type DemoPupil, must } from './demo-acts'
import { PLAIN_PROVISION, tellCarriedOn } from './demo-carried-on'
import { cycleVersion, type DemoCycle, inForceOn } from './demo-cycle'
import { on } from './demo-days'
import { AT_HOME, inEveryLesson, plansFor } from './demo-plans'
import { tellCare } from './stories/care'
import { tellLines } from './stories/every-day'

/** Outcomes, what is given for them, and what holds every day. */
export async function tellPlan(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const now = on(cycle.startedOn)
  await must(goToPlan(actor, cycleId, await cycleVersion(actor, cycleId), now))
  const plans = (await tellCarriedOn(actor, pupil, cycleId, cycle))
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
          fromOn: inForceOn(cycle),
          untilOn: cycle.reviewDue,
          outcomeIds: [outcomeId],
        },
        now,
      ),
    )
  }
  if (cycle.withCare) await tellCare(actor, cycleId, cycle)
  if (!cycle.isBrief)
    await must(
      saveEveryDay(
        actor,
        cycleId,
        1,
        {
          aspirations: 'To read alone, and to have a friend to sit with at lunch.',
          inEveryLesson: inEveryLesson(pupil.need),
          atHome: AT_HOME,
        },
        now,
      ),
    )
  if (!cycle.isBrief) await tellLines(actor, cycleId, pupil.need, now)
}
