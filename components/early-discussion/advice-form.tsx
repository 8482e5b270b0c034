'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { adviceForm } from '@/lib/early-discussion/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; what: string; initial: FormValues }

/** Records the day the family was told of the advice service. */
export function AdviceForm({ action, title, what, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(adviceForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>{what}</p>
      <DateInput field={field('mentionedOn')} legend="When were they told?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
