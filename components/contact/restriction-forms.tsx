'use client'

import { z } from 'zod'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { REASON_MAX, restrictionForm } from '@/lib/contact/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

/** Shuts a contact out from everything about this pupil, from a day and perhaps to one. */
export function RestrictionForm({ action, initial }: { action: FormAction; initial: FormValues }) {
  const { field, summary, pending, formProps } = useGovukForm(restrictionForm, action, initial)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <DateInput field={field('restrictedFrom')} legend="First day" />
      <DateInput
        field={field('restrictedUntil')}
        legend="Last day (optional)"
        hint="Leave it empty where no end is set"
      />
      <TextArea
        field={field('restrictionReason')}
        label="What does it rest on?"
        hint="The order, its date and who has seen it. Only the SENCO and the headteacher read this"
        limit={REASON_MAX}
      />
      <SubmitButton pending={pending} secondary>
        Save the restriction
      </SubmitButton>
    </form>
  )
}

const oneButton = z.object({})

/** A form that is one button: ends a restriction, or lets a parent sign in. */
export function OneButtonForm({ action, label }: { action: FormAction; label: string }) {
  const { summary, pending, formProps } = useGovukForm(oneButton, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <SubmitButton pending={pending} secondary>
        {label}
      </SubmitButton>
    </form>
  )
}
