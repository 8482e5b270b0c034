'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { ownForm } from '@/lib/catalogue/schema'
import type { FormAction } from '@/lib/platform/form-state'

/** A kind of support of the school's own (P47). */
export function OwnFormForm({ action, title }: { action: FormAction; title: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(ownForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextInput field={field('name')} label="What is it called?" hint="Up to 100 characters" />
      <SubmitButton pending={pending}>Add it</SubmitButton>
    </form>
  )
}
