'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { FOUND_MAX, foundForm, QUESTION_MAX, questionForm } from '@/lib/open-question/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; initial: FormValues }

/** Writes down what is still to be found out, by whom and by when. */
export function QuestionForm({
  action,
  title,
  initial,
  finders,
}: Props & { finders: readonly { id: string; name: string }[] }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(questionForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <TextArea
        field={field('what')}
        label="What do you not know yet?"
        hint="For example whether hearing was tested, or what the parents think would help"
        limit={QUESTION_MAX}
        rows={2}
      />
      <Select
        field={field('ownerId')}
        label="Who finds it out?"
        options={finders.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Select a colleague"
      />
      <DateInput field={field('dueOn')} legend="By when?" hint="On that day it stands on their Today page" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}

/** Writes down what was found out. */
export function FoundForm({ action, title, initial, what }: Props & { what: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(foundForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p className="govuk-inset-text pre">{what}</p>
      <TextArea field={field('found')} label="What did you find out?" limit={FOUND_MAX} />
      <DateInput field={field('foundOn')} legend="When?" />
      <p className="small soft">Once saved this stays as it is.</p>
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
