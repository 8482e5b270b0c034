'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { annotationForm, baselineForm, REQUEST_MAX, requestForm } from '@/lib/assessment/request.schema'
import { SOURCE_KINDS } from '@/lib/assessment/rules'
import { LONG_TEXT } from '@/lib/assessment/schema'
import { sourceHints, sourceWords } from '@/lib/assessment/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; initial: FormValues }

const kinds = SOURCE_KINDS.map((value) => ({ value, label: sourceWords[value], hint: sourceHints[value] }))

/** Asks a colleague to say what they know of the pupil. */
export function RequestForm({
  colleagues,
  action,
  title,
  initial,
}: Props & { colleagues: readonly { value: string; label: string }[] }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(requestForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>It stands on their Today page until they have written it down.</p>
      <Select
        field={field('askedOfId')}
        label="Who do you ask?"
        options={colleagues}
        empty="Select a colleague"
      />
      <Radios field={field('kind')} legend="What do you ask for?" options={kinds} />
      <TextArea
        field={field('words')}
        label="What would you like to know? (optional)"
        limit={REQUEST_MAX}
        rows={2}
      />
      <SubmitButton pending={pending}>Ask them</SubmitButton>
    </form>
  )
}

/** Sets a note beside a family's words. */
export function AnnotationForm({ action, title, initial, quote }: Props & { quote: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(annotationForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <blockquote className="govuk-inset-text pre">{quote}</blockquote>
      <p>These are their words and stay as they are. Your note stands beside them, for staff only.</p>
      <TextArea field={field('words')} label="Your note" limit={LONG_TEXT} />
      <SubmitButton pending={pending}>Save the note</SubmitButton>
    </form>
  )
}

/** Writes down where the pupil stands in one measure. */
export function BaselineForm({ action, title, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(baselineForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <TextInput
        field={field('measure')}
        label="What was measured?"
        hint="For example words read aloud in a minute. Up to 200 characters"
      />
      <TextInput field={field('value')} label="The result" width={10} />
      <TextInput
        field={field('unit')}
        label="The unit"
        hint="For example words, minutes, months, out of 10"
        width={20}
      />
      <DateInput field={field('measuredOn')} legend="When was it measured?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
