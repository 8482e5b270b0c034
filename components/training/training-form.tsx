'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Select, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { trainingForm } from '@/lib/training/schema'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  staff: readonly { value: string; label: string }[]
  asked: readonly string[]
}

/** A training that somebody holds (6.50). */
export function TrainingForm({ action, initial, title, staff, asked }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(trainingForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Select
        field={field('membershipId')}
        label="Who holds it?"
        options={staff}
        empty="Select a member of staff"
      />
      <TextInput
        field={field('training')}
        label="What was the training?"
        hint={asked.length > 0 ? `As the catalogue names it: ${asked.join('; ')}` : 'Up to 200 characters'}
      />
      <DateInput field={field('heldOn')} legend="When was it?" />
      <DateInput
        field={field('untilOn')}
        legend="When does it run out?"
        hint="Leave it empty where it does not"
      />
      <SubmitButton pending={pending}>Record training</SubmitButton>
    </form>
  )
}
