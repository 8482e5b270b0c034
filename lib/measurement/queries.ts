import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { measurementPolicy } from './policy'
import { measuredOutcomes, replacedMeasurements, type ReplacedMeasurement } from './reads'
import type { MeasuredOutcome, Measurement } from './rules'

type OutcomePlace = CyclePlace & { outcomeId: string }

export type MeasurementsPage = {
  cycle: CycleHeader
  outcome: MeasuredOutcome
  replaced: ReplacedMeasurement[]
  today: IsoDate
  formKey: string
  mayWrite: boolean
  /** Those of the measurements that this person may put right. */
  mayCorrect: string[]
}

/** An outcome's measurements: the picture, the table, what was put right, and the form for the next one (P56). */
export function getMeasurements(actor: Actor, place: OutcomePlace, now: Date): Promise<MeasurementsPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'measurements', now)
    const outcomes = await measuredOutcomes(tx, { cycleId: cycle.cycleId })
    const outcome = outcomes.find(({ id }) => id === place.outcomeId)
    if (!outcome || !measurementPolicy.read(actor, cycle)) throw new NotFound(`outcome ${place.outcomeId}`)
    const authors = await tx.measurement.findMany({
      where: { outcomeId: outcome.id },
      select: { id: true, writtenById: true },
    })
    const inForce = isInForce(cycle.stage)
    return {
      cycle,
      outcome,
      replaced: await replacedMeasurements(tx, outcome.id),
      today: schoolDay(now),
      formKey: v7(),
      mayWrite: inForce && measurementPolicy.write(actor, cycle),
      mayCorrect: authors
        .filter(({ writtenById }) => inForce && measurementPolicy.correct(actor, { ...cycle, writtenById }))
        .map(({ id }) => id),
    }
  })
}

export type CorrectMeasurementPage = Pick<MeasurementsPage, 'cycle' | 'outcome' | 'formKey'> & {
  measurement: Measurement
}

/** The page that puts one value right; not there for anyone but who wrote it and the SENCO. */
export async function getMeasurementToCorrect(
  actor: Actor,
  place: OutcomePlace & { measurementId: string },
  now: Date,
): Promise<CorrectMeasurementPage> {
  if (!isId(place.measurementId)) throw new NotFound('measurement')
  const { cycle, outcome, formKey, mayCorrect } = await getMeasurements(actor, place, now)
  const measurement = outcome.points.find(({ id, byItself }) => byItself && id === place.measurementId)
  if (!measurement || !mayCorrect.includes(measurement.id))
    throw new NotFound(`measurement ${place.measurementId}`)
  return { cycle, outcome, formKey, measurement }
}
