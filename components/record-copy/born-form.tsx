'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction } from '@/lib/platform/form-state'
import { bornForm } from '@/lib/record-copy/schema'

type Props = { action: FormAction; title: string; legend: string }

/** What only the family knows besides the link: the record opens with it. */
export function BornForm({ action, title, legend }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(bornForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <DateInput
        field={field('born')}
        legend={legend}
        hint="So that nobody else reads it, even with the link. For example, 27 3 2016"
      />
      <SubmitButton pending={pending}>Read the record</SubmitButton>
    </form>
  )
}
