'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { SOURCE_KINDS } from '@/lib/assessment/rules'
import { LONG_TEXT, sourceForm } from '@/lib/assessment/schema'
import { audienceWords, sourceHints, sourceWords } from '@/lib/assessment/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

const kinds = SOURCE_KINDS.map((value) => ({ value, label: sourceWords[value], hint: sourceHints[value] }))
const audiences = (['staff', 'parents'] as const).map((value) => ({ value, label: audienceWords[value] }))

/** One source of an assessment: what it is, who said it, when, in which words, and who may read it (6.45). */
export function SourceForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(sourceForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <Radios field={field('kind')} legend="What is it?" options={kinds} />
      <TextInput
        field={field('saidBy')}
        label="Who said or wrote it?"
        hint="Name and part, for example Joan Pickering, teaching assistant. Up to 200 characters"
      />
      <DateInput
        field={field('saidOn')}
        legend="When?"
        hint="The day it was said, or the date of the report"
      />
      <TextArea
        field={field('words')}
        label="What was said or found?"
        hint="As it was said where you can"
        limit={LONG_TEXT}
        rows={6}
      />
      <Radios field={field('audience')} legend="Who may read it?" options={audiences} />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
