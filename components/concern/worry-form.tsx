'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { ANSWER_WITHIN } from '@/lib/concern/rules'
import { WORDS_MAX, worryForm } from '@/lib/concern/schema'
import type { FormAction } from '@/lib/platform/form-state'

/** A parent writes down what worries them, in their own words (6.20, P88). */
export function WorryForm({ action, givenName }: { action: FormAction; givenName: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(worryForm, action)
  const title = `Tell the school what worries you about ${givenName}`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        A new diagnosis, slow progress or just a feeling that something is not right are all good enough
        reasons. {givenName}’s teachers and the SENCO read what you write; other parents do not. The school
        should answer within {ANSWER_WITHIN.parent} school days.
      </p>
      <TextArea
        field={field('words')}
        label="What worries you?"
        hint="Your own words are best. Nobody at school can change them."
        limit={WORDS_MAX}
      />
      <Radios
        field={field('asksToTalk')}
        legend="Would you like to talk about it?"
        options={[
          { value: 'yes', label: 'Yes, please get in touch with me' },
          { value: 'no', label: 'No, an answer in writing is fine' },
        ]}
      />
      <SubmitButton pending={pending}>Send to the school</SubmitButton>
    </form>
  )
}
