'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Select } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type IsoDate, timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { chooseForm } from '@/lib/meeting-round/schema'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; times: readonly { day: IsoDate; at: string }[] }

/** A parent chooses one of the times that are free now. */
export function ChooseForm({ action, title, times }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(chooseForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {times.length === 0 ? (
        <p>No time is free any more. Please ring the school: we will find one together.</p>
      ) : (
        <>
          <Select
            field={field('time')}
            label="Which time suits you?"
            hint="Only times that are free now are listed"
            empty="Choose a day and a time"
            options={times.map(({ day, at }) => ({
              value: `${day} ${at}`,
              label: `${weekdayDate(day)}, ${timeOfDay(at)}`,
            }))}
          />
          <SubmitButton pending={pending}>Take this time</SubmitButton>
        </>
      )}
    </form>
  )
}
