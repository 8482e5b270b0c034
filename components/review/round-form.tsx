'use client'

import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import type { Field } from '@/components/govuk/field'
import { Hidden, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { ToneWord } from '@/components/look/state-tag'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { OUTCOME_RATINGS, REVIEW_DECISIONS } from '@/lib/review/decision.rules'
import { LINES, LONG_TEXT, roundForm } from '@/lib/review/schema'
import { decisionWords, ratingWords } from '@/lib/review/words'
import type { RoundPupilShown } from './round-initial'

type Props = {
  action: FormAction
  initial: FormValues
  head: ReactNode
  title: string
  pupils: readonly RoundPupilShown[]
  /** The school's own address. */
  base: string
}

const ratings = OUTCOME_RATINGS.map((rating) => ({ value: String(rating), label: ratingWords[rating] }))
const decisions = REVIEW_DECISIONS.map((value) => ({ value, label: decisionWords[value] }))

type PartProps = {
  field: (name: `drafts.${string}`) => Field
  pupil: RoundPupilShown
  base: string
}

/** One pupil of a round: each outcome in short, both views, what comes next; the rest is asked where it is finished. */
function PupilPart({ field, pupil, base }: PartProps) {
  const of = (part: string) => field(`drafts.${pupil.cycleId}.${part}`)
  const { name, givenName } = pupil
  return (
    <section className="card" aria-labelledby={`round-${pupil.cycleId}`}>
      <h2 id={`round-${pupil.cycleId}`}>{name}</h2>
      <p>
        {pupil.className !== null && `${pupil.className}. `}
        <ToneWord tone={pupil.isLate ? 'miss' : 'none'}>{pupil.due}</ToneWord>
      </p>
      <Hidden name={`drafts.${pupil.cycleId}.version`} value={of('version').value()} />
      {pupil.outcomes.map(({ id, sentence, facts }, place) => (
        <div key={id}>
          <h3>
            {place + 1}. {sentence}
          </h3>
          <p className="soft">{facts}</p>
          <Select
            field={of(`ratings.${id}.rating`)}
            label={`How did outcome ${place + 1} of ${givenName} go?`}
            options={ratings}
            empty="Not said yet"
          />
          <TextInput field={of(`ratings.${id}.attained`)} label={`Where is ${givenName} now?`} width={20} />
          <TextArea
            field={of(`ratings.${id}.evidence`)}
            label={`What shows it, for outcome ${place + 1} of ${givenName}?`}
            limit={LINES}
            rows={2}
          />
        </div>
      ))}
      <TextArea field={of('pupilViews')} label={`What does ${name} say?`} limit={LONG_TEXT} rows={2} />
      <TextArea
        field={of('parentViews')}
        label={`What do the parents of ${name} say?`}
        limit={LONG_TEXT}
        rows={2}
      />
      <Select
        field={of('decision')}
        label={`What happens next for ${givenName}?`}
        options={decisions}
        empty="Not decided yet"
      />
      <TextArea field={of('decisionReason')} label={`Why, for ${givenName}?`} limit={LONG_TEXT} rows={2} />
      <p className="soft small">{pupil.written}</p>
      <p className="last">
        <a href={`${base}/${pupil.path}`}>Finish {name}’s review</a>{' '}
        <span className="soft small">Save first: it opens with what is saved</span>
      </p>
    </section>
  )
}

/** A round of reviews on one page: everything typed is kept with one press, each pupil's words as that pupil's own. */
export function RoundForm({ action, initial, head, title, pupils, base }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(roundForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {head}
      {pupils.map((pupil) => (
        <PupilPart key={pupil.cycleId} field={field} pupil={pupil} base={base} />
      ))}
      <SubmitButton pending={pending} unchecked>
        Save all as drafts
      </SubmitButton>
    </form>
  )
}
