import { inBox, inBoxes } from '@/components/cycle/initial'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { FormValues } from '@/lib/platform/form-state'

type Outcome = {
  willDo: string
  measure: string | null
  unit: string | null
  baseline: string | null
  baselineOn: IsoDate | null
  target: string | null
  by: IsoDate | null
  why: string | null
  expectedImpact: string | null
  needs: readonly string[]
  wish: string | null
  broadAreas: readonly string[]
  longTermOutcomeId: string | null
}

type LongTerm = Pick<Outcome, 'willDo' | 'why' | 'wish' | 'broadAreas' | 'by'>

/** A long-term outcome in the boxes of its form. */
export const longTermValues = ({ willDo, why, wish, broadAreas, by }: LongTerm): FormValues => ({
  ...inBox({ willDo, why, wish }),
  ...inBoxes('byOn', by),
  broadAreas: [...broadAreas],
})

/** An outcome of a draft in the boxes of its form. */
export const outcomeValues = ({ baselineOn, by, needs, broadAreas, ...outcome }: Outcome): FormValues => {
  const { willDo, measure, unit, baseline, target, why, expectedImpact, wish, longTermOutcomeId } = outcome
  return {
    ...inBox({ willDo, measure, unit, baseline, target, why, expectedImpact, wish, longTermOutcomeId }),
    ...inBoxes('baselineOn', baselineOn),
    ...inBoxes('byOn', by),
    needs: [...needs],
    broadAreas: [...broadAreas],
  }
}
