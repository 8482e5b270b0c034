'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { audienceWords } from '@/lib/do-note/words'
import { measurementCorrectionForm, measurementForm } from '@/lib/measurement/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  formKey: string
  unit: string | null
}

const audiences = (['staff', 'parents'] as const).map((value) => ({ value, label: audienceWords[value] }))
const valueHint = 'A number, such as 31 or 4 of 5, is drawn in the picture; words are kept as they are'

/** One more measurement of an outcome, taken by itself (P56). */
export function MeasurementForm({ action, initial, title, formKey, unit }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(measurementForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <TextInput
        field={field('value')}
        label="What was measured?"
        hint={valueHint}
        width={10}
        {...(unit === null ? {} : { suffix: unit })}
      />
      <DateInput field={field('measuredOn')} legend="On which day?" />
      <TextInput
        field={field('note')}
        label="A note, if there is something to say"
        hint="Up to 500 characters"
      />
      <Radios field={field('audience')} legend="Who may read it?" options={audiences} />
      <SubmitButton pending={pending}>Save measurement</SubmitButton>
    </form>
  )
}

const keeps = [
  { value: 'changed', label: 'Put it right' },
  { value: 'taken-back', label: 'Take it back', hint: 'It was not this pupil, or not this outcome' },
] as const

/** Puts a measurement right, or takes it back; what stood there stays readable. */
export function CorrectMeasurementForm({ action, initial, title, formKey, unit }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(
    measurementCorrectionForm,
    action,
    initial,
  )
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <Radios field={field('keep')} legend="What do you want to do with it?" options={keeps} />
      <TextInput
        field={field('value')}
        label="What was measured?"
        hint={valueHint}
        width={10}
        {...(unit === null ? {} : { suffix: unit })}
      />
      <DateInput field={field('measuredOn')} legend="On which day?" />
      <TextInput
        field={field('note')}
        label="A note, if there is something to say"
        hint="Up to 500 characters"
      />
      <TextInput
        field={field('why')}
        label="Why are you correcting it?"
        hint="Up to 500 characters. It stays beside what stood there"
      />
      <SubmitButton pending={pending}>Save correction</SubmitButton>
    </form>
  )
}
