'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { COPY_METHODS } from '@/lib/parent-meeting/record.rules'
import { copyMethodWords } from '@/lib/parent-meeting/record.words'
import { copiesForm } from '@/lib/parent-meeting/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Parent = { contactId: string; name: string }
type Props = { action: FormAction; initial: FormValues; title: string; parents: readonly Parent[] }

const options = [
  { value: '', label: 'Not yet' },
  ...COPY_METHODS.map((value) => ({ value, label: copyMethodWords[value] })),
]

/** Says how and when each parent had their copy of the record, or that they do not want one (6.71). */
export function CopiesForm({ action, initial, title, parents }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(copiesForm, action, initial)
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
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
