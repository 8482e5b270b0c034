import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { CycleHeader } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { agreementsOf, partiesOf } from './agreement.reads'
import { keepVersion, latestOfCycle, type Version } from './versions.reads'

/**
 * The version of a plan in force that stands. A plan from before versions were kept, one that came in with the register
 * for instance, is kept as its first before anything of it changes (6.49).
 */
export async function standingVersion(
  tx: SchoolTx,
  actor: Actor,
  cycle: CycleHeader,
  now: Date,
): Promise<Version> {
  const { cycleId, pupilId } = cycle
  const standing = await latestOfCycle(tx, cycleId)
  if (standing) return standing
  const appliesFrom = cycle.activatedOn ?? cycle.startedOn
  const { parties } = await partiesOf(tx, { ...cycle, changeId: null }, schoolDay(now))
  const agreement = agreementsOf(parties)
  await keepVersion(tx, actor, { cycleId, pupilId, appliesFrom, reason: null, agreement }, now)
  const first = await latestOfCycle(tx, cycleId)
  if (!first) throw new Error(`the first version of cycle ${cycleId} was not kept`)
  return first
}
