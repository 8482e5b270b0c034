'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction } from '@/lib/platform/form-state'
import { SUGGESTION_ANSWERS } from '@/lib/suggestion/rules'
import { suggestionAnswerForm, WORDS_MAX } from '@/lib/suggestion/schema'
import { answerHints, answerWords } from '@/lib/suggestion/words'

type Props = { action: FormAction; title: string; parts: readonly { id: string; label: string }[] }

const answers = SUGGESTION_ANSWERS.map((value) => ({
  value,
  label: answerWords[value],
  hint: answerHints[value],
}))

/** What the school answers to a suggestion; the parent reads it, so a reason is kind and plain (P19). */
export function SuggestionAnswerForm({ action, title, parts }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(suggestionAnswerForm, action)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios field={field('answer')} legend="What is the answer?" options={answers} />
      <Select
        field={field('takenAs')}
        label="Which part of the plan did it become?"
        hint="Only where it is in the plan. Add it to the plan first, then choose it here"
        options={parts.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea
        field={field('reason')}
        label="What do you say to the parent?"
        hint="They read it on their page. Needed unless it is in the plan"
        limit={WORDS_MAX}
        rows={4}
      />
      <SubmitButton pending={pending}>Save the answer</SubmitButton>
    </form>
  )
}
