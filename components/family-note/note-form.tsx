'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { familyNoteForm, NOTE_LIMIT } from '@/lib/family-note/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

/** A family's own notes of a meeting, unseen by staff (P83). */
export function NoteForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(familyNoteForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextArea
        field={field('words')}
        label="Your notes"
        hint="Only you read them: nobody at school, and not the other parent"
        limit={NOTE_LIMIT}
        rows={8}
      />
      <SubmitButton pending={pending}>Save my notes</SubmitButton>
    </form>
  )
}
