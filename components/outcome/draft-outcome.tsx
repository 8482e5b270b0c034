import type { ReactNode } from 'react'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Fact } from '@/components/look/card'
import { Outcome } from '@/components/look/outcome'
import { ToneTag, ToneWord } from '@/components/look/state-tag'
import type { GentleNote, PlanOutcome, Progress } from '@/lib/outcome/rules'
import { wishWords } from '@/lib/outcome/long-term.words'
import { progressWords, withUnit } from '@/lib/outcome/words'
import { GentleNotes } from './gentle-notes'

const TONES: Record<Progress['state'], 'met' | 'track' | 'none'> = {
  reached: 'met',
  'getting-there': 'track',
  'at-the-start': 'none',
}

const point = (term: string, value: string | null, unit: string | null, on: IsoDate | null): Fact[] =>
  value === null ? [] : [{ term: on === null ? term : `${term}, ${longDate(on)}`, is: withUnit(value, unit) }]

type Props = {
  outcome: PlanOutcome
  number: number
  givenName: string
  notes: readonly GentleNote[]
  /** No provision is for it: said in words, because a plan gives support for every outcome. */
  isAlone: boolean
  given: readonly { key: string; line: ReactNode }[]
  children?: ReactNode
}

/** An outcome of a plan: what the pupil will do, start, now and target, what is given for it, what to think about. */
export function DraftOutcome({ outcome, number, givenName, notes, isAlone, given, children }: Props) {
  const {
    unit,
    baseline,
    baselineOn,
    latest,
    target,
    by,
    measure,
    why,
    expectedImpact,
    progress,
    wish,
    longTerm,
  } = outcome
  return (
    <Outcome
      sentence={`${number}. ${outcome.willDo}`}
      points={[
        ...point('Start', baseline, unit, baselineOn),
        ...point('Now', latest?.value ?? null, unit, latest?.on ?? null),
        ...point('Target', target, unit, by),
      ]}
      span={progress}
      tag={progress && <ToneTag tone={TONES[progress.state]}>{progressWords[progress.state]}</ToneTag>}
      given={given}
    >
      {(measure ?? why ?? expectedImpact ?? wish ?? longTerm) && (
        <ul className="plain small">
          {measure && <li>Measured by: {measure}</li>}
          {why && <li>Why it matters: {why}</li>}
          {wish && <li>Whose wish: {wishWords(wish, givenName)}</li>}
          {longTerm && <li>A step to: {longTerm.willDo}</li>}
          {expectedImpact && <li>Expected impact: {expectedImpact}</li>}
        </ul>
      )}
      {isAlone && (
        <p>
          <ToneWord tone="risk">No provision is for this outcome yet</ToneWord>
        </p>
      )}
      <GentleNotes notes={notes} />
      {children}
    </Outcome>
  )
}
