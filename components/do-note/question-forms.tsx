'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { answerForm, LINES, oversightForm, questionForm } from '@/lib/do-note/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import type { Option } from './note-fields'

type Keyed = { action: FormAction; formKey: string }

/** What a teacher asks back about a note (P50). */
export function QuestionForm({ action, formKey }: Keyed) {
  const { field, summary, pending, formProps } = useGovukForm(questionForm, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <TextArea
        field={field('question')}
        label="What would you like to know?"
        hint="It stands on the Today page of whoever wrote the note until it is answered"
        limit={LINES}
        rows={2}
      />
      <SubmitButton pending={pending} secondary>
        Ask
      </SubmitButton>
    </form>
  )
}

/** The answer of whoever wrote the note, given once (P50). */
export function AnswerForm({ action }: { action: FormAction }) {
  const { field, summary, pending, formProps } = useGovukForm(answerForm, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextArea field={field('answer')} label="Your answer" limit={LINES} rows={2} />
      <SubmitButton pending={pending}>Answer</SubmitButton>
    </form>
  )
}

type OversightProps = Keyed & { initial: FormValues; provisions: readonly Option[] }

/** What the class teacher saw on looking at what somebody else gives (P49). */
export function OversightForm({ action, formKey, initial, provisions }: OversightProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(oversightForm, action, initial)
  return (
    <form {...formProps}>
      <details className="govuk-details" open={problems.length > 0}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Note what you saw of what others give</span>
        </summary>
        <div className="govuk-details__text">
          <ErrorSummary key={summary.key} problems={summary.problems} />
          <Hidden name="formKey" value={formKey} />
          <Radios field={field('provisionId')} legend="What did you look at?" options={provisions} />
          <TextArea
            field={field('words')}
            label="What did you see, and what should change?"
            hint="For example how it links to lessons. For staff only"
            limit={LINES}
            rows={2}
          />
          <DateInput field={field('lookedOn')} legend="On which day?" />
          <SubmitButton pending={pending} secondary>
            Save what you saw
          </SubmitButton>
        </div>
      </details>
    </form>
  )
}
