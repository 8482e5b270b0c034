import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { addProvision } from '@/lib/provision/commands'
import { must } from '../demo-acts'
import { PLAIN_PROVISION } from '../demo-carried-on'
import { type DemoCycle, inForceOn } from '../demo-cycle'
import { on } from '../demo-days'

/** Help with personal care, seen only by those who give it, those who lead the school and the family (P44). */
export async function tellCare(actor: Actor, cycleId: string, cycle: DemoCycle): Promise<void> {
  const outcomes = await asActor(actor, (tx) =>
    tx.outcome.findMany({
      where: { cycleId, removedAt: null },
      orderBy: { position: 'asc' },
      select: { id: true },
    }),
  )
  const form = {
    ...PLAIN_PROVISION,
    what: 'Help with changing for swimming',
    form: 'Personal care',
    care: true,
    place: 'Family changing room',
    ...{ minutes: 15, perWeek: 1, groupSize: 1 },
    ...{ deliveredById: cycle.deliverer, deliverer: null },
    ...{ fromOn: inForceOn(cycle), untilOn: cycle.reviewDue },
    outcomeIds: outcomes.slice(0, 1).map(({ id }) => id),
  }
  await must(addProvision(actor, cycleId, form, on(cycle.startedOn)))
}
