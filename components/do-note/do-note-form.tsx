'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { doNoteForm } from '@/lib/do-note/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { NoteFields, type Option } from './note-fields'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  formKey: string
  about: readonly Option[]
  outcomes: readonly Option[]
}

/** A Do note in two taps and a line, on a phone between lessons; the rest stands behind its name (6.52). */
export function DoNoteForm({ action, initial, title, formKey, about, outcomes }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(doNoteForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <NoteFields
        field={field}
        isWrong={(...names) => problems.some((problem) => names.some((name) => name === problem.field))}
        about={about}
        outcomes={outcomes}
      />
      <SubmitButton pending={pending}>Save note</SubmitButton>
    </form>
  )
}
