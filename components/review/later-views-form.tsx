'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { FormAction } from '@/lib/platform/form-state'
import { laterViewsForm, LONG_TEXT } from '@/lib/review/schema'

type Props = { action: FormAction; name: string; givenName: string; heldOn: IsoDate }

/** What a parent or the pupil said after a review was recorded, or one more invitation (R17). */
export function LaterViewsForm({ action, name, givenName, heldOn }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(laterViewsForm, action)
  const title = `Add to the review of ${name}`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        The review of {longDate(heldOn)} stays as it was recorded. What was said afterwards is kept beside it,
        with its own day.
      </p>
      <Radios
        field={field('whose')}
        legend="Whose views?"
        options={[
          { value: 'parent', label: 'A parent' },
          { value: 'pupil', label: givenName },
        ]}
      />
      <DateInput field={field('onDay')} legend="On which day?" />
      <TextArea
        field={field('words')}
        label="What was said?"
        hint="In their own words. Leave it empty where a parent was invited and did not answer: that is kept as an invitation"
        limit={LONG_TEXT}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
