'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { DECISIONS } from '@/lib/concern/rules'
import { concernAnswerForm, WORDS_MAX } from '@/lib/concern/schema'
import { decisionHints, decisionWords } from '@/lib/concern/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; initial: FormValues }

const decisions = DECISIONS.map((value) => ({
  value,
  label: decisionWords[value],
  hint: decisionHints[value],
}))

/** Answers a concern: what was decided, why and when. */
export function ConcernAnswerForm({ action, title, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(concernAnswerForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios field={field('decision')} legend="What was decided?" options={decisions} />
      <TextArea
        field={field('answer')}
        label="Why, and what was said to whoever raised it?"
        hint="Set it beside what the school has seen for itself. Look for the cause: behaviour, slow progress or another home language are not SEN by themselves (Code of Practice 6.21 to 6.24, 6.45)"
        limit={WORDS_MAX}
      />
      <DateInput field={field('answeredOn')} legend="When was it answered?" />
      <SubmitButton pending={pending}>Save the answer</SubmitButton>
    </form>
  )
}
