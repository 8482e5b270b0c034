'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { publishForm, REASON } from '@/lib/plan/change.schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string; agreed: readonly string[] }

/** Publishes a change as the next version: why, and from which day (P30). */
export function PublishForm({ action, initial, title, agreed }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(publishForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextArea
        field={field('reason')}
        label="Why does the plan change?"
        hint="Everyone who works with the pupil reads this, and the parents do: say nothing of personal care here"
        limit={REASON}
        rows={2}
      />
      <DateInput
        field={field('appliesFrom')}
        legend="From which day does it apply?"
        hint="For example, 4 11 2027"
      />
      <p>
        {agreed.length > 0
          ? `Agreed with ${agreed.join(' and ')}.`
          : 'Nobody is written down yet as having agreed to this change. You can publish it and ask them; it says so.'}
      </p>
      <SubmitButton pending={pending}>Publish the change</SubmitButton>
    </form>
  )
}
