'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, Radios, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { personChangeForm, personForm } from '@/lib/person/schema'
import { STAFF_ROLES } from '@/lib/person/words'

type Classes = readonly { id: string; name: string }[]
type Props = { action: FormAction; classes: Classes }

const asOptions = (classes: Classes) => classes.map(({ id, name }) => ({ value: id, label: name }))

/** Adds a member of staff or a governor. */
export function AddPersonForm({ action, classes }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(personForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>Add a person</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Add a person</h1>
      <p>
        They set a password of their own with a link that you give them next. Add parents from their child’s
        page.
      </p>
      <TextInput field={field('title')} label="Title (optional)" width={5} autoComplete="off" />
      <TextInput field={field('givenName')} label="First name" autoComplete="off" />
      <TextInput field={field('familyName')} label="Last name" autoComplete="off" />
      <TextInput
        field={field('email')}
        label="Email address"
        hint="The one they use at school; they sign in with it"
        type="email"
        autoComplete="off"
      />
      <Radios field={field('role')} legend="What do they do?" options={STAFF_ROLES} />
      {classes.length > 0 && (
        <Checkboxes
          field={field('classIds')}
          legend="Which classes do they teach or support?"
          hint="For teachers and teaching assistants. They see these pupils and no others"
          options={asOptions(classes)}
        />
      )}
      <SubmitButton pending={pending}>Add this person</SubmitButton>
    </form>
  )
}

/** Changes a name and, for those who teach or support, the classes. */
export function ChangePersonForm({ action, classes, initial }: Props & { initial: FormValues }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(personChangeForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>Change a person</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextInput field={field('title')} label="Title (optional)" width={5} autoComplete="off" />
      <TextInput field={field('givenName')} label="First name" autoComplete="off" />
      <TextInput field={field('familyName')} label="Last name" autoComplete="off" />
      {classes.length > 0 && (
        <Checkboxes
          field={field('classIds')}
          legend="Which classes do they teach or support?"
          hint="Taking a class away ends their view of its pupils today"
          options={asOptions(classes)}
        />
      )}
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
