import { inBoxes } from '@/components/cycle/initial'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { PlanOutcome } from '@/lib/outcome/rules'
import { withUnit } from '@/lib/outcome/words'
import type { FormValues } from '@/lib/platform/form-state'
import type { OutcomeToRate } from './outcome-part'

const point = (term: string, value: string | null, unit: string | null, on: IsoDate | null) =>
  value === null ? null : `${term} ${withUnit(value, unit)}${on === null ? '' : ` on ${longDate(on)}`}`

type Measured = Pick<PlanOutcome, 'unit' | 'baseline' | 'baselineOn' | 'latest' | 'target' | 'by'>

/** Where an outcome began, is and should be, in one line beside its rating. */
export const outcomeFacts = ({ unit, baseline, baselineOn, latest, target, by }: Measured): string =>
  [
    point('Start', baseline, unit, baselineOn),
    point('latest', latest?.value ?? null, unit, latest?.on ?? null),
    point('target', target, unit, by),
  ]
    .filter((fact) => fact !== null)
    .join(', ')

/** An outcome as a review asks about it. */
export const outcomeToRate = (outcome: PlanOutcome, again?: string): OutcomeToRate => ({
  id: outcome.id,
  sentence: outcome.willDo,
  facts: outcomeFacts(outcome),
  again: again ?? null,
  isMeasured: outcome.latest !== null,
})

/** Where each outcome was last measured, as the box "where is the pupil now" begins. */
export const attainedValues = (
  outcomes: readonly Pick<PlanOutcome, 'id' | 'latest' | 'unit'>[],
): FormValues =>
  Object.fromEntries(
    outcomes.flatMap(({ id, latest, unit }) =>
      latest === null ? [] : [[`ratings.${id}.attained`, withUnit(latest.value, unit)]],
    ),
  )

type Begin = {
  today: IsoDate
  nextStartsOn: IsoDate
  teacherId: string | null
  sencoId: string | null
  draft: { answers: FormValues; version: number } | null
}

/** What the form begins with: the draft where there is one; else held today, each outcome where it was last measured. */
export const reviewValues = (
  outcomes: readonly PlanOutcome[],
  { today, nextStartsOn, teacherId, sencoId, draft }: Begin,
): FormValues => ({
  ...inBoxes('heldOn', today),
  ...inBoxes('nextStartsOn', nextStartsOn),
  ...attainedValues(outcomes),
  ...(teacherId && { teacherId }),
  ...(sencoId && { sencoId }),
  ...draft?.answers,
  draftVersion: String(draft?.version ?? 0),
})
