'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { FormAction } from '@/lib/platform/form-state'
import type { ReviewMove } from '@/lib/review/date.rules'
import { LINES, moveReviewForm } from '@/lib/review/schema'
import { MovesList } from './moves-list'

type Props = {
  action: FormAction
  name: string
  reviewDue: IsoDate
  hasPassed: boolean
  moves: readonly ReviewMove[]
  dateNotes: readonly string[]
}

/** Another day for a review, with why; after the agreed day only the one that is expected (R15). */
export function MoveReviewForm({ action, name, reviewDue, hasPassed, moves, dateNotes }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(moveReviewForm, action)
  const title = hasPassed ? `When is the review of ${name} expected?` : `Agree another day with ${name}`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        The review is agreed for {longDate(reviewDue)}.{' '}
        {hasPassed
          ? 'That day has passed, so it goes on to count: the review will be late, and by how much is kept with it. You can note the day on which you expect to hold it.'
          : 'Until that day has passed, another one can be agreed with the family. The first day and the reason are kept.'}
      </p>
      {dateNotes.map((note) => (
        <p className="govuk-inset-text" key={note}>
          {note}.
        </p>
      ))}
      <MovesList moves={moves} />
      <DateInput
        field={field('to')}
        legend={hasPassed ? 'Expected on' : 'New day'}
        hint="The family sees this day on their page"
      />
      <TextArea field={field('reason')} label="Why?" hint="The family can read it" limit={LINES} rows={2} />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
