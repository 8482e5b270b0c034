'use client'

import type { Field } from '@/components/govuk/field'
import { Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { asksForAnswer, type ListedPoint, POINT_OUTCOMES } from '@/lib/parent-point/answer.rules'
import { ANSWER_LIMITS } from '@/lib/parent-point/answer.schema'
import { cameFrom, outcomeWords } from '@/lib/parent-point/answer.words'

const options = [
  { value: '', label: 'Not yet' },
  ...POINT_OUTCOMES.map((value) => ({ value, label: outcomeWords[value] })),
]

type Props = { field: (name: `points.${string}`) => Field; points: readonly ListedPoint[] }

/** What the parents brought, in their own words: each ticked, answered or carried forward by name (P86). */
export function BroughtRows({ field, points }: Props) {
  const asked = points.filter(({ kind }) => asksForAnswer(kind))
  const told = points.filter(({ kind }) => !asksForAnswer(kind))
  return (
    <section className="card">
      <h2>What the parents brought</h2>
      <p className="govuk-hint">
        Each one is talked about, answered, or carried forward to somebody by name. Nothing is dropped: what
        is left stands on the list of the next meeting
      </p>
      {told.map(({ id, words, parentName }) => (
        <p key={id} className="pre">
          {words}
          <br />
          <span className="soft small">{parentName}</span>
        </p>
      ))}
      {asked.map((point) => (
        <fieldset className="govuk-fieldset" key={point.id}>
          <legend className="govuk-fieldset__legend">
            <span className="pre">{point.words}</span>
            <br />
            <span className="soft small">
              {[point.parentName, cameFrom(point)].filter(Boolean).join('. ')}
            </span>
          </legend>
          <Radios field={field(`points.${point.id}.outcome`)} legend="What became of it?" options={options} />
          <div className="pair">
            <TextArea
              field={field(`points.${point.id}.words`)}
              label="The answer, or what was said"
              limit={ANSWER_LIMITS.words}
              rows={2}
            />
            <TextInput
              field={field(`points.${point.id}.to`)}
              label="If carried forward, to whom?"
              hint="By name: who will come back to the parent"
              autoComplete="off"
            />
          </div>
        </fieldset>
      ))}
    </section>
  )
}
