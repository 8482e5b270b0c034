'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { LIMITS, notHeldForm } from '@/lib/parent-meeting/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { notHeldOptions } from './options'

type Props = { action: FormAction; initial: FormValues; title: string; isToCome: boolean }

/** Says that a booked meeting did not take place: who called it off and why, or that nobody came (8.3, C12). */
export function NotHeldForm({ action, initial, title, isToCome }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(notHeldForm, action, initial)
  const options = isToCome ? notHeldOptions.filter(({ value }) => value !== 'nobody-came') : notHeldOptions
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios field={field('how')} legend="What happened?" options={options} />
      <TextArea
        field={field('reason')}
        label="Why?"
        hint="Needed when it was cancelled. The parents do not read this"
        limit={LIMITS.lines}
        rows={3}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
