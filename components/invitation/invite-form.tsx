'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import { inviteForm } from '@/lib/invitation/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
import { ToKnowFields, WhoElseFields } from './arrangement-fields'
import { waysFor } from './options'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  givenName: string
  parents: readonly InvitedLine[]
  staff: readonly { value: string; label: string }[]
}

/** What an invitation says beyond the meeting, and how each parent is asked (P75 to P77, P81, P82). */
export function InviteForm({ action, initial, title, givenName, parents, staff }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(inviteForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <section className="card">
        <h2>Who else will be there</h2>
        <p className="govuk-hint">
          Parents are told the name and the role of everyone. Whoever leads is named already
        </p>
        <WhoElseFields field={field} givenName={givenName} staff={staff} />
      </section>
      <section className="card">
        <h2>What they need to know</h2>
        <ToKnowFields field={field} withSentOn />
      </section>
      <section className="card">
        <h2>How each is asked</h2>
        {parents.map((parent) => (
          <Radios
            key={parent.contactId}
            field={field(`by.${parent.contactId}`)}
            legend={parent.isInvited ? `Ask ${parent.name} again?` : `How is ${parent.name} asked?`}
            hint={parent.hasEmail ? undefined : 'There is no email address'}
            options={waysFor(parent)}
          />
        ))}
      </section>
      <SubmitButton pending={pending}>Invite</SubmitButton>
    </form>
  )
}
