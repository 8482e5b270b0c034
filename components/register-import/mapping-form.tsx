'use client'

import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { Select } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import type { FormAction } from '@/lib/platform/form-state'
import { mappingForm } from '@/lib/register-import/schema'

type Props = {
  action: FormAction
  columns: readonly { index: number; header: string; concept: string | null; example: string }[]
  /** What a column can be, in words. */
  options: readonly { value: string; label: string }[]
  /** Said instead of the form until it is opened. */
  folded?: string
  /** What stands above the form when it is open. */
  children?: ReactNode
}

/** Says of each column of the file what it is. */
export function MappingForm({ action, columns, options, folded, children }: Props) {
  const initial = Object.fromEntries(columns.map(({ index, concept }) => [`columns.${index}`, concept ?? '']))
  const { field, summary, pending, problems, formProps } = useGovukForm(mappingForm, action, initial)
  const form = (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <div className="columns-of-file">
        {columns.map(({ index, header, example }) => (
          <Select
            key={index}
            field={field(`columns.${index}`)}
            label={header}
            hint={example === '' ? 'Empty in the first rows' : `For example “${example}”`}
            options={options}
            empty="Not used"
          />
        ))}
      </div>
      <SubmitButton pending={pending} secondary>
        Read the file again with these columns
      </SubmitButton>
    </form>
  )
  if (folded === undefined) return form
  return (
    // Open where something in it is wrong, or the message would not be seen.
    <details className="govuk-details" open={problems.length > 0 ? true : undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{folded}</span>
      </summary>
      <div className="govuk-details__text">
        {children}
        {form}
      </div>
    </details>
  )
}
