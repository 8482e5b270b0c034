import { broken } from '@/lib/meeting-round/check.fixture'
import { knownRound } from '@/lib/meeting-round/known.fixture'
import { plan } from '@/lib/meeting-round/plan.rules'
import { median, toTenth } from './bench-measure'

const SIZE = { meetings: 300, staff: 40, days: 10 }
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** How long the planner takes for 300 meetings with 40 staff over ten days, and which share it places where all have a place. */
export function timeRounds() {
  const runs = SEEDS.map((seed) => {
    const { round, known } = knownRound({ ...SIZE, seed })
    const began = performance.now()
    const { placed } = plan(round, { seed })
    const ms = performance.now() - began
    return { ms, share: placed.length / known.length, broken: broken(round, placed).length }
  })
  return {
    ...SIZE,
    runs: runs.length,
    p50Ms: toTenth(median(runs.map(({ ms }) => ms))),
    slowestMs: toTenth(Math.max(...runs.map(({ ms }) => ms))),
    leastPlacedPercent: toTenth(100 * Math.min(...runs.map(({ share }) => share))),
    hardConstraintsBroken: runs.reduce((sum, run) => sum + run.broken, 0),
  }
}
