'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { type CountingForm, countingForm } from '@/lib/counting/schema'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { action: FormAction; asked: CountingForm; button: string }

/** Saves what was looked at, and nothing else: the answers stand in the form as they were shown. */
export function SaveCounting({ action, asked, button }: Props) {
  const { summary, pending, formProps } = useGovukForm(countingForm, action)
  const { warnSchoolDays, starts, ...ticks } = asked
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {Object.entries(ticks).map(([name, on]) => on && <Hidden key={name} name={name} value="yes" />)}
      <Hidden name="warnSchoolDays" value={warnSchoolDays} />
      <Hidden name="starts" value={starts} />
      <SubmitButton pending={pending}>{button}</SubmitButton>
    </form>
  )
}
