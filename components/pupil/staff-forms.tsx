'use client'

import { z } from 'zod'
import { ErrorSummary } from '@/components/govuk/error-summary'
import { Select } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { roleWords } from '@/lib/person/words'
import type { FormAction } from '@/lib/platform/form-state'
import type { StaffChoice } from '@/lib/pupil/header.rules'
import { staffForm } from '@/lib/pupil/schema'

/** Names a teacher or an assistant for this pupil. */
export function NameStaffForm({
  action,
  choices,
  title,
}: {
  action: FormAction
  choices: readonly StaffChoice[]
  title: string
}) {
  const { field, summary, pending, problems, formProps } = useGovukForm(staffForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Select
        field={field('membershipId')}
        label="Who else teaches or supports this pupil?"
        hint="From today they see the record and can write in it"
        options={choices.map(({ membershipId, name, role }) => ({
          value: membershipId,
          label: `${name}, ${roleWords(role)}`,
        }))}
        empty="Select a member of staff"
      />
      <SubmitButton pending={pending}>Name them for this pupil</SubmitButton>
    </form>
  )
}

const oneButton = z.object({})

/** Ends at once that someone is named for this pupil. */
export function EndStaffForm({ action, name }: { action: FormAction; name: string }) {
  const { summary, pending, formProps } = useGovukForm(oneButton, action)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <SubmitButton pending={pending} secondary>
        End today<span className="govuk-visually-hidden"> that {name} is named for this pupil</span>
      </SubmitButton>
    </form>
  )
}
