'use client'

import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { provisionLine } from '@/components/pupil/provision-line'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import type { PlanProvision } from '@/lib/provision/rules'
import { OUTCOME_RATINGS, REVIEW_DECISIONS } from '@/lib/review/decision.rules'
import { LINES, LONG_TEXT, reviewForm } from '@/lib/review/schema'
import { decisionHints, decisionWords, ratingWords, supportQuestions } from '@/lib/review/words'

export type OutcomeToRate = { id: string; sentence: string; facts: string }

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  givenName: string
  outcomes: readonly OutcomeToRate[]
  /** The head of the page, which stands under what is wrong with the form. */
  head: ReactNode
  /** Each with how much of it was given, beside the question about the support. */
  provisions: readonly PlanProvision[]
}

const ratings = OUTCOME_RATINGS.map((rating) => ({ value: String(rating), label: ratingWords[rating] }))
const decisions = REVIEW_DECISIONS.map((value) => ({
  value,
  label: decisionWords[value],
  hint: decisionHints[value],
}))

/** The review: every outcome, what pupil and parents say, how the support went, what happens next (6.53, 6.54). */
export function ReviewForm({ action, initial, title, head, givenName, outcomes, provisions }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(reviewForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {head}
      <DateInput
        field={field('heldOn')}
        legend="When was the review held?"
        hint="If it was after the agreed day, how late is kept with it for ever"
      />
      {outcomes.map(({ id, sentence, facts }, place) => (
        <section className="card" key={id} aria-labelledby={`outcome-${id}`}>
          <h2 id={`outcome-${id}`}>
            {place + 1}. {sentence}
          </h2>
          <p className="soft">{facts}</p>
          <Radios
            field={field(`ratings.${id}.rating`)}
            legend={`How did outcome ${place + 1} go?`}
            options={ratings}
          />
          <TextInput
            field={field(`ratings.${id}.attained`)}
            label={`Where is ${givenName} now?`}
            hint="In the measure of the outcome. Up to 200 characters"
            width={20}
          />
          <TextArea
            field={field(`ratings.${id}.evidence`)}
            label="What shows it?"
            hint="If it is less than expected: what may lie behind it"
            limit={LINES}
            rows={2}
          />
        </section>
      ))}
      <section className="card">
        <h2>What they say</h2>
        <TextArea
          field={field('parentViews')}
          label="What do the parents say?"
          hint="About the progress, the support and what should come next"
          limit={LONG_TEXT}
        />
        <TextArea
          field={field('parentViewsMissing')}
          label="Or why their views could not be had"
          hint="Each invitation, with the day, how, and what came of it"
          limit={LINES}
          rows={2}
        />
        <TextArea
          field={field('pupilViews')}
          label={`What does ${givenName} say?`}
          hint="In their own words where you can"
          limit={LONG_TEXT}
        />
        <TextArea
          field={field('pupilViewsMissing')}
          label={`Or why ${givenName}’s views could not be had`}
          limit={LINES}
          rows={2}
        />
      </section>
      <section className="card">
        <h2>How the support went</h2>
        <ul>
          {provisions.map((provision) => (
            <li key={provision.id}>{provisionLine(provision)}</li>
          ))}
        </ul>
        <TextArea
          field={field('support')}
          label="How did the support go?"
          hint={
            <ul>
              {supportQuestions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          }
          limit={LONG_TEXT}
          rows={6}
        />
      </section>
      <section className="card">
        <h2>What happens next</h2>
        <Radios field={field('decision')} legend="What was decided?" options={decisions} />
        <TextArea field={field('decisionReason')} label="Why?" limit={LONG_TEXT} />
        <DateInput
          field={field('nextStartsOn')}
          legend="First day of the next cycle"
          hint="Leave this and the next date empty where SEN support is no longer needed"
        />
        <DateInput
          field={field('nextReviewDue')}
          legend="Next review date"
          hint="At most about a term away"
        />
      </section>
      <p className="govuk-inset-text">
        When you record it, the parents can read this review at once, the cycle is closed, and nothing in it
        can be changed. What was not reached opens the next cycle as a draft, with its support.
      </p>
      <SubmitButton pending={pending}>Record the review</SubmitButton>
    </form>
  )
}
