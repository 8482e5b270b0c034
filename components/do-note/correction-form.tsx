'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { correctionForm } from '@/lib/do-note/schema'
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

/** Puts a Do note right, with why; what it said before is kept and stays readable (6.52). */
export function CorrectionForm({ action, initial, title, formKey, about, outcomes }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(correctionForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <NoteFields
        field={field}
        isWrong={(...names) => problems.some((problem) => names.some((name) => name === problem.field))}
        about={about}
        outcomes={outcomes}
        open
      />
      <TextInput
        field={field('why')}
        label="Why are you correcting it?"
        hint="Up to 500 characters. It stays beside what the note said before"
      />
      <SubmitButton pending={pending}>Save correction</SubmitButton>
    </form>
  )
}
