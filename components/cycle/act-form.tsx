'use client'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction } from '@/lib/platform/form-state'

const nothing = z.object({})

type Props = {
  action: FormAction
  /** The title of the page, which says "Error: " when the act is refused; left out where another form says it. */
  title?: string
  button: ReactNode
  secondary?: boolean
  children?: ReactNode
}

/** One act with one button, and in words why not where it is refused. */
export function ActForm({ action, title, button, secondary = false, children }: Props) {
  const { summary, pending, problems, formProps } = useGovukForm(nothing, action)
  return (
    <form {...formProps} className="measure">
      {title && <DocumentTitle problems={problems}>{title}</DocumentTitle>}
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {children}
      <SubmitButton pending={pending} secondary={secondary}>
        {button}
      </SubmitButton>
    </form>
  )
}
