import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { storedParts } from '@/lib/cycle/section.words'

type Stored = {
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
}

const dated = (day: IsoDate | null) => day && longDate(day)

/** An outcome as somebody else saved it, part by part, under the names of its form. */
export const outcomeParts = (outcome: Stored) =>
  storedParts({
    'What the pupil will do': outcome.willDo,
    'How it is measured': outcome.measure,
    'What is counted': outcome.unit,
    'Where the pupil is now': outcome.baseline,
    'When that was measured': dated(outcome.baselineOn),
    Target: outcome.target,
    By: dated(outcome.by),
    'Why it matters': outcome.why,
    'Expected impact': outcome.expectedImpact,
    'Needs it answers': outcome.needs.join(', '),
  })
