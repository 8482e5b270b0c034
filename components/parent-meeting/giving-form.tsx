'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { GIVING_METHODS, type RecordStep } from '@/lib/parent-meeting/record.rules'
import { copyMethodWords, stepWords } from '@/lib/parent-meeting/record.words'
import { givingForm } from '@/lib/parent-meeting/signing.schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Parent = { contactId: string; name: string }
type Props = {
  action: FormAction
  initial: FormValues
  title: string
  parents: readonly Parent[]
  steps: readonly RecordStep[]
}

const HINTS: Partial<Record<(typeof GIVING_METHODS)[number], string>> = {
  link: 'We send it today. The record opens with the child’s date of birth; no account is needed',
  email: 'An email of the school’s own, with the record in it',
  service: 'For a parent who signs in here',
}

const options = [
  { value: '', label: 'Not yet' },
  ...GIVING_METHODS.map((value) => ({
    value,
    label: copyMethodWords[value],
    ...(HINTS[value] && { hint: HINTS[value] }),
  })),
]

/** Says how and when each parent had their copy, or sends it, and ticks what else is done with the record (6.71). */
export function GivingForm({ action, initial, title, parents, steps }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(givingForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {parents.map(({ contactId, name }) => (
        <section className="card" key={contactId} aria-label={name}>
          <Radios
            field={field(`given.${contactId}.method`)}
            legend={`How did ${name} have their copy?`}
            options={options}
          />
          <DateInput field={field(`given.${contactId}.on`)} legend="When?" />
        </section>
      ))}
      {steps.length > 0 && (
        <section className="card" aria-label="Staff and the MIS">
          <Checkboxes
            field={field('steps')}
            legend="What else is done?"
            options={steps.map((value) => ({ value, label: stepWords[value] }))}
          />
        </section>
      )}
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
