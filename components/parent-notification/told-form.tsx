'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type Recipient, TOLD_METHODS } from '@/lib/parent-notification/rules'
import { parentToldForm, YOUNG_PERSON } from '@/lib/parent-notification/schema'
import { toldMethodWords } from '@/lib/parent-notification/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; name: string; toTell: readonly Recipient[]; initial: FormValues }

const HINTS = {
  'before-import': 'Only where SEN support began before this record did',
} as const

const methods = TOLD_METHODS.map((value) => ({
  value,
  label: toldMethodWords[value],
  hint: value === 'before-import' ? HINTS[value] : undefined,
}))

/** Records that one parent, or the young person, was told of SEN support: who, how and when. */
export function ParentToldForm({ action, name, toTell, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(parentToldForm, action, initial)
  const title = `Record who was told of SEN support for ${name}`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        Parents must be told that special educational provision is being made (Code of Practice 6.43; Children
        and Families Act, section 68). Each is recorded on their own, and what is recorded stays.
      </p>
      <Radios
        field={field('recipient')}
        legend="Who was told?"
        options={toTell.map(({ contactId, name: label, relationship }) => ({
          value: contactId ?? YOUNG_PERSON,
          label,
          hint: relationship ?? 'The young person, who is over compulsory school age',
        }))}
      />
      <Radios field={field('method')} legend="How?" options={methods} />
      <DateInput
        field={field('toldOn')}
        legend="On which day?"
        hint="For example, 16 11 2026. Leave it empty where they were told before import"
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
