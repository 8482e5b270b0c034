'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import type { Field } from '@/components/govuk/field'
import { DateInput, Hidden, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { audienceWords } from '@/lib/do-note/words'
import { LONG_TEXT, observationCorrectionForm, observationForm } from '@/lib/observation/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string; formKey: string }
type Name = 'seenOn' | 'at' | 'place' | 'words' | 'audience'

const audiences = (['staff', 'parents'] as const).map((value) => ({ value, label: audienceWords[value] }))

function Parts({ field }: { field: (name: Name) => Field }) {
  return (
    <>
      <TextInput
        field={field('place')}
        label="Where was it?"
        hint="For example maths with Mr Whitfield, or the playground. Up to 200 characters"
      />
      <DateInput field={field('seenOn')} legend="On which day?" />
      <TextInput
        field={field('at')}
        label="At what time?"
        hint="Such as 10:45. You may leave this"
        width={5}
      />
      <TextArea
        field={field('words')}
        label="What did you see?"
        hint="What the pupil did and said, and what went before it; not what you think it means"
        limit={LONG_TEXT}
        rows={4}
      />
      <Radios field={field('audience')} legend="Who may read it?" options={audiences} />
    </>
  )
}

/** What was seen of a pupil in a lesson or at break: place, time, words (P41). */
export function ObservationForm({ action, initial, title, formKey }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(observationForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <Parts field={field} />
      <SubmitButton pending={pending}>Save observation</SubmitButton>
    </form>
  )
}

/** Puts an observation right, with why; what it said before stays readable. */
export function CorrectObservationForm({ action, initial, title, formKey }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(
    observationCorrectionForm,
    action,
    initial,
  )
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <Parts field={field} />
      <TextInput
        field={field('why')}
        label="Why are you correcting it?"
        hint="Up to 500 characters. It stays beside what it said before"
      />
      <SubmitButton pending={pending}>Save correction</SubmitButton>
    </form>
  )
}
