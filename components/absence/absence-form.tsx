'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { AWAY_REASONS } from '@/lib/absence/rules'
import { absenceForm } from '@/lib/absence/schema'
import { awayReasonWords } from '@/lib/absence/words'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string; givenName: string }

/** That a pupil is away: from, until, and why in one plain word. */
export function AbsenceForm({ action, initial, title, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(absenceForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <DateInput field={field('from')} legend="First day away" />
      <DateInput
        field={field('until')}
        legend="Last day away"
        hint={`Leave it empty while ${givenName} is still away. The same day for one day`}
      />
      <Radios
        field={field('reason')}
        legend="Why?"
        hint="One word is enough: no diagnosis, no story"
        options={AWAY_REASONS.map((reason) => ({ value: reason, label: awayReasonWords[reason] }))}
      />
      <SubmitButton pending={pending}>Write it down</SubmitButton>
    </form>
  )
}
