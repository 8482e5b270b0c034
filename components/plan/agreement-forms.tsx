'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { answerForm, attemptForm, CAME_OF_IT, SAID } from '@/lib/plan/agreement.schema'
import { answerWords, methodWords } from '@/lib/plan/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; name: string }

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What one parent, or the pupil, says of the plan (6.48). */
export function AnswerForm({ action, initial, name }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(answerForm, action, initial)
  const title = `What ${name} says of the plan`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        The plan is made in consultation (6.48). It may come into force although somebody does not agree; what
        they said is then part of the record.
      </p>
      <Radios field={field('answer')} legend={`Where does ${name} stand?`} options={options(answerWords)} />
      <TextArea
        field={field('said')}
        label="What did they say?"
        hint="In their words where you can. For staff: another parent never reads it"
        limit={SAID}
      />
      <Radios field={field('method')} legend="How were they asked?" options={options(methodWords)} />
      <DateInput field={field('on')} legend="When?" hint="Today, or an earlier day" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}

/** One attempt to reach somebody about the plan: the day, how, and what came of it (6.48). */
export function AttemptForm({ action, initial, name }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(attemptForm, action, initial)
  const title = `An attempt to ask ${name}`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <DateInput field={field('madeOn')} legend="When?" hint="Today, or an earlier day" />
      <Radios field={field('method')} legend="How did you try?" options={options(methodWords)} />
      <TextArea
        field={field('cameOfIt')}
        label="What came of it?"
        hint="For example: left a message; said they would ring on Friday"
        limit={CAME_OF_IT}
        rows={2}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
