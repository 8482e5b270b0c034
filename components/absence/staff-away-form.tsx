'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { staffAbsenceForm } from '@/lib/absence/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'

/** That a member of staff is away: the days, and not why. */
export function StaffAwayForm({ action, initial }: { action: FormAction; initial: FormValues }) {
  const { field, summary, pending, formProps } = useGovukForm(staffAbsenceForm, action, initial)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <DateInput field={field('from')} legend="First day away" />
      <DateInput field={field('until')} legend="Last day away" hint="Leave it empty while it is not known" />
      <SubmitButton pending={pending} secondary>
        Write it down
      </SubmitButton>
    </form>
  )
}
