import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openPlanToWrite } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { needsToday } from './plan.reads'
import { outcomePolicy } from './policy'
import type { BroadArea } from '@/lib/sen-status/needs.rules'
import { longTermOutcomes } from './long-term.reads'
import { isOpenLife, type Wish } from './long-term.rules'

export type DraftOutcome = {
  id: string
  version: number
  willDo: string
  measure: string | null
  unit: string | null
  baseline: string | null
  baselineOn: IsoDate | null
  target: string | null
  by: IsoDate | null
  why: string | null
  expectedImpact: string | null
  needs: string[]
  wish: Wish | null
  broadAreas: BroadArea[]
  longTermOutcomeId: string | null
  /** How many provisions are for it. */
  provisions: number
}

export type OutcomePage = {
  cycle: CycleHeader
  outcome: DraftOutcome | null
  /** Its place in the plan, from 1. */
  place: number
  needs: { code: string; name: string }[]
  /** What a target may be a step to: long-term outcomes that are proposed or active, and the one it has. */
  longTerm: { id: string; willDo: string }[]
  today: IsoDate
}

/** A new outcome of a draft, or one as a teacher of the pupil changes it (6.48, 9.66). */
export function getOutcome(
  actor: Actor,
  place: CyclePlace,
  outcomeId: string | null,
  now: Date,
): Promise<OutcomePage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openPlanToWrite(tx, actor, place, 'outcome', now, outcomePolicy.write)
    const rows = await tx.outcome.findMany({
      where: { cycleId: cycle.cycleId, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      include: { _count: { select: { provisions: { where: { provision: { removedAt: null } } } } } },
    })
    const needs = await needsToday(tx, cycle.pupilId, today)
    const known = await longTermOutcomes(tx, cycle.pupilId)
    const open = known.filter(({ status }) => isOpenLife(status))
    const page = { cycle, needs, today }
    if (outcomeId === null) return { ...page, outcome: null, place: rows.length + 1, longTerm: open }
    const index = rows.findIndex(({ id }) => id === outcomeId)
    const row = rows[index]
    if (!row) throw new NotFound(`outcome ${outcomeId}`)
    const { id, version, willDo, measure, unit, baseline, target, why, expectedImpact } = row
    const outcome: DraftOutcome = {
      ...{ id, version, willDo, measure, unit, baseline, target, why, expectedImpact, needs: row.needs },
      baselineOn: fromDateColumnOrNull(row.baselineOn),
      by: fromDateColumnOrNull(row.byOn),
      wish: row.wish as Wish | null,
      broadAreas: row.broadAreas as BroadArea[],
      longTermOutcomeId: row.longTermOutcomeId,
      provisions: row._count.provisions,
    }
    const longTerm = known.filter((each) => isOpenLife(each.status) || each.id === row.longTermOutcomeId)
    return { ...page, outcome, place: index + 1, longTerm }
  })
}
