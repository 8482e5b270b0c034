'use client'

import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { reviewForm } from '@/lib/review/schema'
import type { ReviewPart } from '@/lib/review/open.rules'
import type { Signers } from '@/lib/review/record.rules'
import { NextPart, SignOffPart } from './next-part'
import { OpenCard } from './open-card'
import { OutcomePart, type OutcomeToRate } from './outcome-part'
import { ProvisionPart, type ProvisionToWeigh } from './provision-part'
import { ViewsPart } from './views-part'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  givenName: string
  outcomes: readonly OutcomeToRate[]
  provisions: readonly ProvisionToWeigh[]
  signers: Signers
  /** The head of the page, which stands under what is wrong with the form. */
  head: ReactNode
  mayStepDown: boolean
  /** What is still open, as it was last saved. */
  open: readonly ReviewPart[]
}

/** The review: every outcome, every provision, what pupil and parents say, what happens next (6.53, 6.54). */
export function ReviewForm({ action, initial, title, head, givenName, ...parts }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(reviewForm, action, initial)
  return (
    <form {...formProps} className="measure paired-parts">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {head}
      <OpenCard parts={parts.open} />
      <Hidden name="draftVersion" value={field('draftVersion').value()} />
      <DateInput
        field={field('heldOn')}
        legend="When was the review held?"
        hint="If it was after the agreed day, how late is kept with it for ever"
      />
      {parts.outcomes.map((outcome, place) => (
        <OutcomePart key={outcome.id} {...{ field, outcome, place, givenName }} />
      ))}
      {parts.provisions.map((provision, place) => (
        <ProvisionPart key={provision.id} {...{ field, provision, place, givenName }} />
      ))}
      <ViewsPart field={field} givenName={givenName} />
      <NextPart field={field} givenName={givenName} mayStepDown={parts.mayStepDown} />
      <SignOffPart field={field} signers={parts.signers} />
      <p className="govuk-inset-text">
        When you record it, the parents can read this review at once, the cycle is closed, and nothing in it
        can be changed. What goes on opens the next cycle as a draft, with its support. Until then, save it as
        a draft: it does not count as held, and any teacher of {givenName} can go on with it.
      </p>
      <div className="govuk-button-group">
        <SubmitButton pending={pending}>Record the review</SubmitButton>
        <SubmitButton pending={pending} secondary unchecked name="intent" value="draft">
          Save as a draft
        </SubmitButton>
      </div>
    </form>
  )
}
