'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { suggestionForm, WORDS_MAX } from '@/lib/suggestion/schema'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  parents: readonly { id: string; name: string }[]
}

const HAD = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No, nothing in mind for now' },
]

/** Which extra help a parent thinks would work, in their own words (P19). */
export function SuggestionForm({ action, initial, title, parents }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(suggestionForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <Radios
        field={field('contact')}
        legend="Whom did you ask?"
        options={parents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios field={field('had')} legend="Did they have something in mind?" options={HAD} />
      <TextArea
        field={field('words')}
        label="Which extra help do they think would work?"
        hint="In their own words. They read it on their page, with your answer once the plan is shared"
        limit={WORDS_MAX}
        rows={4}
      />
      <DateInput field={field('saidOn')} legend="When did you ask?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
