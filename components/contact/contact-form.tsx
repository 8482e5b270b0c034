'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, TextArea, TextInput } from '@/components/govuk/fields'
import type { Field } from '@/components/govuk/field'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { RELATIONSHIPS } from '@/lib/contact/rules'
import { ADDRESS_MAX, contactForm } from '@/lib/contact/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type TieProps = {
  field: (name: 'relationship' | 'hasParentalResponsibility' | 'caresForPupil') => Field
  givenName: string
}

/** What a parent or carer is to the pupil: the two things that make a parent in law. */
export function TieFields({ field, givenName }: TieProps) {
  return (
    <>
      <TextInput
        field={field('relationship')}
        label={`What are they to ${givenName}?`}
        hint={`For example, ${RELATIONSHIPS.slice(0, 6).join(', ').toLowerCase()}`}
        width={20}
        autoComplete="off"
      />
      <Checkbox
        field={field('hasParentalResponsibility')}
        label="Has parental responsibility"
        hint="Also a parent who lives elsewhere, unless a court has taken it away"
      />
      <Checkbox
        field={field('caresForPupil')}
        label={`Cares for ${givenName}`}
        hint="Lives with or looks after the child, a foster or kinship carer among them"
      />
    </>
  )
}

type Props = {
  action: FormAction
  givenName: string
  title: string
  submit: string
  initial: FormValues
  heading?: boolean
}

/** A parent or carer of a pupil. */
export function ContactForm({ action, givenName, title, submit, initial, heading = false }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(contactForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {heading && (
        <>
          <h1>{title}</h1>
          <p>
            Parents who live apart are added one by one, each with their own address: neither sees the
            other’s.
          </p>
        </>
      )}
      <TextInput field={field('title')} label="Title (optional)" width={5} autoComplete="off" />
      <TextInput field={field('fullName')} label="Full name" autoComplete="off" />
      <TieFields field={field} givenName={givenName} />
      <TextInput
        field={field('email')}
        label="Email address (optional)"
        hint="One of their own, not shared with another parent"
        type="email"
        autoComplete="off"
      />
      <TextInput
        field={field('phone')}
        label="Phone number (optional)"
        type="tel"
        width={20}
        autoComplete="off"
      />
      <TextArea field={field('address')} label="Address (optional)" limit={ADDRESS_MAX} rows={3} />
      <TextInput
        field={field('language')}
        label="Language (optional)"
        hint="Where letters or meetings need an interpreter"
        width={20}
        autoComplete="off"
      />
      <SubmitButton pending={pending}>{submit}</SubmitButton>
    </form>
  )
}
