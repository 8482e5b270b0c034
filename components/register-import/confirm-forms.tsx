'use client'

import { z } from 'zod'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import type { FormAction } from '@/lib/platform/form-state'
import { count } from '@/lib/register-import/words'

// Nothing is filled in: pressing the button is the answer.
const oneButton = z.object({})

/** Writes the file's good rows to the register; while that goes on, says so and that the page must stay. */
export function ConfirmForm({ action, pupils }: { action: FormAction; pupils: number }) {
  const { summary, pending, formProps } = useGovukForm(oneButton, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {pending && (
        <div className="progress">
          <p role="status" id="importing">
            Importing {count(pupils, 'pupil')}: all of them or, if anything goes wrong, none. It takes a few
            seconds; keep this page open.
          </p>
          <progress aria-labelledby="importing" />
        </div>
      )}
      <SubmitButton pending={pending}>Import {count(pupils, 'pupil')}</SubmitButton>
    </form>
  )
}

/** Puts the file away without importing it. */
export function DiscardForm({ action }: { action: FormAction }) {
  const { summary, pending, formProps } = useGovukForm(oneButton, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <SubmitButton pending={pending} secondary>
        Put this file away
      </SubmitButton>
    </form>
  )
}
