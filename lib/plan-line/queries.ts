import 'server-only'
import { type CycleHeader, type CyclePlace, openPlanToWrite } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { planLinePolicy } from './policy'
import { planLines } from './reads'
import type { PlanLine } from './rules'

export type PlanLinePage = { cycle: CycleHeader; line: PlanLine | null }

/** A new line for every day, or one as a teacher of the pupil changes it. */
export function getPlanLine(
  actor: Actor,
  place: CyclePlace,
  lineId: string | null,
  now: Date,
): Promise<PlanLinePage> {
  return asActor(actor, async (tx) => {
    const cycle = await openPlanToWrite(tx, actor, place, 'plan-line', now, planLinePolicy.write)
    if (lineId === null) return { cycle, line: null }
    const line = (await planLines(tx, cycle.cycleId)).find(({ id }) => id === lineId)
    if (!line) throw new NotFound(`line ${lineId}`)
    return { cycle, line }
  })
}
