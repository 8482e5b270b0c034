'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { startForm } from '@/lib/cycle/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

/** Starts the next cycle of a pupil, on the day it began (6.44). */
export function StartForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(startForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        A cycle has four stages: Assess, Plan, Do and Review. It begins with what is known about the need.
        Parents see nothing of it until the plan comes into force.
      </p>
      <DateInput field={field('startedOn')} legend="When did it begin?" hint="Today, or an earlier day" />
      <SubmitButton pending={pending}>Start the cycle</SubmitButton>
    </form>
  )
}
