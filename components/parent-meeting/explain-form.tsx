'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction } from '@/lib/platform/form-state'
import { explanationForm, QUESTION_LIMITS } from '@/lib/record-question/schema'

/** What the school answers when a parent asks for a line to be explained (P84). */
export function ExplainForm({ action, title }: { action: FormAction; title: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(explanationForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextArea
        field={field('words')}
        label="What does it mean, in plain words?"
        hint="The parent who asked reads it; nobody else of the family does"
        limit={QUESTION_LIMITS.answer}
        rows={4}
      />
      <SubmitButton pending={pending}>Send the explanation</SubmitButton>
    </form>
  )
}
