'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { QUESTION_LIMITS, questionForm } from '@/lib/record-question/schema'

type Option = { value: string; label: string }
type Props = { action: FormAction; initial: FormValues; title: string; lines: readonly Option[] }

/** A parent asks for any line of the record to be explained (P84). */
export function AskForm({ action, initial, title, lines }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(questionForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={field('formKey').value()} />
      <Select field={field('line')} label="What is not clear?" options={lines} empty="Choose a line" />
      <TextArea
        field={field('words')}
        label="What would you like to know? (optional)"
        hint="The school reads it. The other parent does not"
        limit={QUESTION_LIMITS.words}
        rows={3}
      />
      <SubmitButton pending={pending}>Please explain</SubmitButton>
    </form>
  )
}
