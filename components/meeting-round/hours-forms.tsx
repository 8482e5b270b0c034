'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { allHoursForm, hoursForm } from '@/lib/meeting-round/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

/** The same hours for everybody in the round, on each of its days. */
export function AllHoursForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(allHoursForm, action, initial)
  return (
    <form {...formProps} className="card">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h2>The same for everyone</h2>
      <p>Every day, for everyone in the list. What was set for one person before is replaced.</p>
      <div className="pair">
        <TextInput field={field('from')} label="From" hint="Like 3:30pm" width={10} autoComplete="off" />
        <TextInput field={field('until')} label="Until" hint="Like 6pm" width={10} autoComplete="off" />
      </div>
      <SubmitButton pending={pending} secondary>
        Set for everyone
      </SubmitButton>
    </form>
  )
}

type OwnProps = Props & { days: readonly { day: string; label: string }[] }

/** When one person is there, day by day. */
export function HoursForm({ action, initial, title, days }: OwnProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(hoursForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {days.map(({ day, label }) => (
        <fieldset className="govuk-fieldset" key={day}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
          <div className="pair">
            <TextInput field={field(`days.${day}.from`)} label="From" width={10} autoComplete="off" />
            <TextInput field={field(`days.${day}.until`)} label="Until" width={10} autoComplete="off" />
          </div>
        </fieldset>
      ))}
      <SubmitButton pending={pending}>Save the hours</SubmitButton>
    </form>
  )
}
