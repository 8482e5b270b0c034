'use client'

import { z } from 'zod'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import type { FormAction } from '@/lib/platform/form-state'

// nothing is filled in; the link comes back as the answer
const oneButton = z.object({ link: z.string().optional() })

/** Makes a link for a password; it comes back with the answer and is shown this once. */
export function PasswordLinkForm({ action, label }: { action: FormAction; label: string }) {
  const { summary, pending, formProps, shown } = useOneButton(action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {shown ? (
        <div className="govuk-inset-text" role="status">
          <p>
            Give this link to the person, and to nobody else. It works once, for seven days, and is not shown
            again.
          </p>
          <p className="last">
            <code className="link-shown">{shown}</code>
          </p>
        </div>
      ) : (
        <SubmitButton pending={pending} secondary>
          {label}
        </SubmitButton>
      )}
    </form>
  )
}

/** Ends somebody's access today. */
export function EndAccessForm({ action }: { action: FormAction }) {
  const { summary, pending, formProps } = useOneButton(action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <SubmitButton pending={pending} secondary>
        End access today
      </SubmitButton>
    </form>
  )
}

function useOneButton(action: FormAction) {
  const form = useGovukForm(oneButton, action)
  return { ...form, shown: form.field('link').value() }
}
