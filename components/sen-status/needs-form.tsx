'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { MAX_NEEDS, type NeedChoice } from '@/lib/sen-status/needs.rules'
import { needsForm } from '@/lib/sen-status/schema'
import { NeedFields, withoutArea } from './need-fields'

type Props = { action: FormAction; name: string; initial: FormValues; choices: readonly NeedChoice[] }

const ORDINALS = ['main', 'second', 'third', 'fourth']
const RANKS = ['Main need', 'Second need (optional)', 'Third need (optional)', 'Fourth need (optional)']

/** The needs of a pupil from a day on, the main one first. */
export function NeedsForm({ action, name, initial, choices }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(needsForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{`Needs of ${name}`}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Needs of {name}</h1>
      <p>
        The main need first. The school census takes the first two. A need is there to decide what to do, not
        to put a pupil in a box (Code of Practice 6.27).
      </p>
      <p>An area is chosen only with: {withoutArea(choices)}.</p>
      {Array.from({ length: MAX_NEEDS }, (_, rank) => (
        <NeedFields
          key={rank}
          code={field(`needs.${rank}.code`)}
          area={field(`needs.${rank}.broadArea`)}
          choices={choices}
          label={RANKS[rank] ?? `Need ${rank + 1} (optional)`}
          areaLabel={`Area of the ${ORDINALS[rank] ?? 'next'} need`}
        />
      ))}
      <DateInput
        field={field('fromOn')}
        legend="From which day are these the needs?"
        hint="Those before are kept with their own days"
      />
      <SubmitButton pending={pending}>Save the needs</SubmitButton>
    </form>
  )
}
