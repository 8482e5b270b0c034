'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { PasswordInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction } from '@/lib/platform/form-state'
import { passwordForm } from '@/lib/session/schema'

/** Sets a password with the link the school gave. */
export function PasswordForm({ action }: { action: FormAction }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(passwordForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>Set your password</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Set your password</h1>
      <p>Three or four words that do not belong together are easy to remember and hard to guess.</p>
      <PasswordInput
        field={field('password')}
        label="Password"
        hint="12 characters or more"
        autoComplete="new-password"
      />
      <PasswordInput
        field={field('passwordAgain')}
        label="The same password again"
        autoComplete="new-password"
      />
      <SubmitButton pending={pending}>Set password</SubmitButton>
    </form>
  )
}
