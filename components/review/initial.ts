import { inBoxes } from '@/components/cycle/initial'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { PlanOutcome } from '@/lib/outcome/rules'
import { withUnit } from '@/lib/outcome/words'
import type { FormValues } from '@/lib/platform/form-state'
import type { OutcomeToRate } from './review-form'

const point = (term: string, value: string | null, unit: string | null, on: IsoDate | null) =>
  value === null ? null : `${term} ${withUnit(value, unit)}${on === null ? '' : ` on ${longDate(on)}`}`

/** Where each outcome began, is and should be, in one line beside its rating. */
export const outcomesToRate = (outcomes: readonly PlanOutcome[]): OutcomeToRate[] =>
  outcomes.map(({ id, willDo, unit, baseline, baselineOn, latest, target, by }) => ({
    id,
    sentence: willDo,
    facts: [
      point('Start', baseline, unit, baselineOn),
      point('latest', latest?.value ?? null, unit, latest?.on ?? null),
      point('target', target, unit, by),
    ]
      .filter((fact) => fact !== null)
      .join(', '),
  }))

/** What the form begins with: held today, each outcome where it was last measured, the next cycle from the next school day. */
export const reviewValues = (
  outcomes: readonly PlanOutcome[],
  { today, nextStartsOn }: { today: IsoDate; nextStartsOn: IsoDate },
): FormValues => ({
  ...inBoxes('heldOn', today),
  ...inBoxes('nextStartsOn', nextStartsOn),
  ...Object.fromEntries(
    outcomes.flatMap(({ id, latest, unit }) =>
      latest === null ? [] : [[`ratings.${id}.attained`, withUnit(latest.value, unit)]],
    ),
  ),
})
