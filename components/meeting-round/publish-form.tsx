'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, Select } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { Option } from '@/components/parent-meeting/options'
import { WAYS } from '@/lib/meeting-round/rules'
import { publishForm } from '@/lib/meeting-round/schema'
import { wayHints, wayWords } from '@/lib/meeting-round/words'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; placed: number; days: readonly Option[] }

const ways = WAYS.map((value) => ({ value, label: wayWords[value], hint: wayHints[value] }))

/** Publishes a round: from then on its meetings are real, and its families are asked. */
export function PublishForm({ action, title, placed, days }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(publishForm, action, { way: 'fixed' })
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <p>
        The plan no longer changes after this. Each of the {placed} meetings can still be moved or called off
        on its own page, and one without a place can be arranged by hand.
      </p>
      <Radios field={field('way')} legend="How do you publish it?" options={ways} />
      <Select
        field={field('chooseUntil')}
        label="Last day to choose, if families choose"
        hint="Before the last day of the round"
        options={days}
        empty="Choose"
      />
      <SubmitButton pending={pending}>Publish the round</SubmitButton>
    </form>
  )
}
