'use client'

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
}

/** Says of each column of the file what it is. */
export function MappingForm({ action, columns, options }: Props) {
  const initial = Object.fromEntries(columns.map(({ index, concept }) => [`columns.${index}`, concept ?? '']))
  const { field, summary, pending, formProps } = useGovukForm(mappingForm, action, initial)
  return (
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
}
