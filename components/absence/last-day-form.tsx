'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { lastDayForm } from '@/lib/absence/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

/** The last day of an absence, where it was not known or was another one. */
export function LastDayForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(lastDayForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <DateInput field={field('until')} legend="Last day away" hint="Leave it empty while it is not known" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
