'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { Option } from '@/components/parent-meeting/options'
import { publishForm } from '@/lib/meeting-round/schema'
import { wayWords } from '@/lib/meeting-round/words'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; placed: number; days: readonly Option[] }

/** Publishes a round: from then on its meetings are real, and its families are asked. */
export function PublishForm({ action, title, placed }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(publishForm, action, { way: 'fixed' })
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <p>
        The plan no longer changes after this. Each of the {placed} meetings can still be moved or called off
        on its own page, and one without a place can be arranged by hand.
      </p>
      <Radios
        field={field('way')}
        legend="How do you publish it?"
        options={[
          {
            value: 'fixed',
            label: wayWords.fixed,
            hint: 'Parents with an email address are invited by email. For the others there is a letter to print',
          },
        ]}
      />
      <SubmitButton pending={pending}>Publish the round</SubmitButton>
    </form>
  )
}
