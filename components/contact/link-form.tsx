'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { ContactFound } from '@/lib/contact/line.rules'
import { linkContactForm } from '@/lib/contact/schema'
import type { FormAction } from '@/lib/platform/form-state'
import { TieFields } from './contact-form'

type Props = { action: FormAction; givenName: string; title: string; found: readonly ContactFound[] }

/** Makes a parent already on record a parent of this pupil too. */
export function LinkContactForm({ action, givenName, title, found }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(linkContactForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios
        field={field('contactId')}
        legend="Who is it?"
        options={found.map(({ contactId, name, children }) => ({
          value: contactId,
          label: name,
          hint: children.length > 0 ? `Parent or carer of ${children.join(' and ')}` : undefined,
        }))}
      />
      <TieFields field={field} givenName={givenName} />
      <SubmitButton pending={pending}>Add to this pupil</SubmitButton>
    </form>
  )
}
