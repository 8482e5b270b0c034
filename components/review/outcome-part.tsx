import type { ReactNode } from 'react'
import type { Field } from '@/components/govuk/field'
import { Checkbox, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { LIFECYCLES, OUTCOME_RATINGS, TRENDS } from '@/lib/review/decision.rules'
import { Part } from './part'
import { LINES } from '@/lib/review/schema'
import { lifecycleWords, ratingWords, trendWords } from '@/lib/review/words'

export type OutcomeToRate = {
  id: string
  sentence: string
  facts: string
  /** A word about an outcome that comes back again and again. */
  again: string | null
  /** What was measured of it; nothing where nothing was. */
  evidence?: ReactNode
  isMeasured: boolean
}

type Props = {
  field: (name: `ratings.${string}`) => Field
  outcome: OutcomeToRate
  place: number
  givenName: string
}

const ratings = OUTCOME_RATINGS.map((rating) => ({ value: String(rating), label: ratingWords[rating] }))
const trends = TRENDS.map((value) => ({ value, label: trendWords[value] }))
const lifecycles = LIFECYCLES.map((value) => ({ value, label: lifecycleWords[value] }))

/** One outcome of a review: how it went, where the pupil is now, why, and what becomes of it (6.54, P66, P70). */
export function OutcomePart({ field, outcome, place, givenName }: Props) {
  const of = (part: string) => field(`ratings.${outcome.id}.${part}`)
  return (
    <Part
      id={`outcome-${outcome.id}`}
      heading={`${place + 1}. ${outcome.sentence}`}
      name={`outcome ${place + 1}`}
      beside={outcome.isMeasured}
      evidence={
        <>
          <p className="soft">{outcome.facts}</p>
          {outcome.again && <p className="govuk-inset-text">{outcome.again}</p>}
          {outcome.evidence}
        </>
      }
    >
      <Radios field={of('rating')} legend={`How did outcome ${place + 1} go?`} options={ratings} />
      <TextInput
        field={of('attained')}
        label={`Where is ${givenName} now?`}
        hint="In the measure of the outcome. Up to 200 characters"
        width={20}
      />
      <TextArea field={of('evidence')} label="What shows it?" limit={LINES} rows={2} />
      <Radios field={of('trend')} legend={`Is ${givenName} getting on with it?`} options={trends} inline />
      <TextArea
        field={of('why')}
        label="If it is below expected: why?"
        hint="What may lie behind it: the need, the target, the help, something else in life"
        limit={LINES}
        rows={2}
      />
      <Checkbox field={of('whyNotKnown')} label="It is not known yet why" />
      <Radios
        field={of('lifecycle')}
        legend="What becomes of this outcome?"
        options={lifecycles}
        hint="What continues opens the next cycle, from where it is now"
      />
    </Part>
  )
}
