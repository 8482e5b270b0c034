'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { answerForm, heardForm, LIMITS } from '@/lib/invitation/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { answerOptions, howOptions } from './options'

type Props = { action: FormAction; initial: FormValues; title: string; legend: string }

/** A parent says yes, no or another time, and what they need (P76): on the link without an account, and on the family's page. */
export function AnswerForm({ action, initial, title, legend }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(answerForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios field={field('answer')} legend={legend} options={answerOptions} />
      <TextArea
        field={field('betterTimes')}
        label="Days or times that suit you better (if you need another time)"
        limit={LIMITS.lines}
        rows={2}
      />
      <TextInput
        field={field('bringing')}
        label="Who comes with you? (optional)"
        hint="A friend, a relative, or someone who speaks for you"
      />
      <TextInput
        field={field('interpreter')}
        label="Do you need an interpreter? (optional)"
        hint="Write the language, sign language too"
      />
      <TextInput
        field={field('accessNeeds')}
        label="Is there anything else you need? (optional)"
        hint="For example: large print, a ground-floor room"
      />
      <SubmitButton pending={pending}>Send my answer</SubmitButton>
    </form>
  )
}

type HeardProps = Props & { name: string }

/** Somebody at school notes what a parent answered. */
export function HeardForm({ action, initial, title, legend, name }: HeardProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(heardForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios
        field={field('answer')}
        legend={legend}
        options={[
          { value: 'yes', label: 'Will come' },
          { value: 'no', label: 'Cannot come' },
          { value: 'another-time', label: 'Asks for another time' },
        ]}
      />
      <Radios field={field('how')} legend="How did they answer?" options={howOptions} />
      <TextArea
        field={field('betterTimes')}
        label="Days or times that suit better (if another time is asked for)"
        limit={LIMITS.lines}
        rows={2}
      />
      <TextInput field={field('bringing')} label={`Who comes with ${name}? (optional)`} />
      <TextInput field={field('interpreter')} label="Interpreter needed (optional)" hint="The language" />
      <TextInput field={field('accessNeeds')} label="Anything else they need (optional)" />
      <SubmitButton pending={pending}>Save the answer</SubmitButton>
    </form>
  )
}
