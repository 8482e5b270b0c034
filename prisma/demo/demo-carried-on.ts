import { changeOutcome } from '@/lib/outcome/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { changeProvision } from '@/lib/provision/commands'
import { type DemoPupil, must } from './demo-acts'
import { type DemoCycle, inForceOn } from './demo-cycle'
import { on } from './demo-days'
import { plansFor } from './demo-plans'

/** Most lines of the demo say no more than what, who and how often. */
export const PLAIN_PROVISION = {
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

/** What the last review carried on is given its new dates; false when there was nothing. */
export async function tellCarriedOn(
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
      orderBy: { id: 'asc' },
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
  for (const [
    index,
    { id, version, what, place, minutes, perWeek, groupSize, outcomes: served },
  ] of provisions.entries())
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
          perWeek: cycle.isWeekly ? perWeek : (plansFor(pupil.need)[index]?.provision.perWeek ?? perWeek),
          groupSize,
          deliveredById: cycle.deliverer,
          deliverer: null,
          fromOn: inForceOn(cycle),
          untilOn: cycle.reviewDue,
          outcomeIds: served.map(({ outcomeId }) => outcomeId),
        },
        now,
      ),
    )
  return outcomes.length > 0
}
