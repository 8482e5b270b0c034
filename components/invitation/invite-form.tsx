'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Checkboxes, Hidden, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import { inviteForm, LIMITS } from '@/lib/invitation/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
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
        {staff.length > 0 && <Checkboxes field={field('staff')} legend="From school" options={staff} />}
        <TextArea
          field={field('others')}
          label="Specialists, or someone who supports the parents (optional)"
          hint="One on each line, with their role: Dr Priya Rao, educational psychologist"
          limit={LIMITS.lines * 2}
          rows={3}
        />
        <Checkbox
          field={field('pupilInvited')}
          label={`${givenName} is invited too, for all of it or a part`}
        />
        <TextInput field={field('noteTaker')} label="Who takes notes? (optional)" />
      </section>
      <section className="card">
        <h2>What they need to know</h2>
        <TextArea
          field={field('joinBy')}
          label="How to take part by video or phone (optional)"
          hint="The link, or who rings whom. It goes into their calendar too"
          limit={LIMITS.lines}
          rows={2}
        />
        <TextArea
          field={field('papers')}
          label="Papers to read first (optional)"
          hint="For example: the plan as it stands, sent home on 20 November"
          limit={LIMITS.lines}
          rows={2}
        />
        <TextInput
          field={field('interpreter')}
          label="Interpreter arranged (optional)"
          hint="The language, and who it is if you know"
        />
        <TextInput
          field={field('accessNeeds')}
          label="Access arranged (optional)"
          hint="For example: a room on the ground floor"
        />
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
