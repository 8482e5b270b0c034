'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Hidden, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { LIMITS } from '@/lib/parent-meeting/schema'
import { HEARD_AS } from '@/lib/parent-meeting/signing.rules'
import { signForm } from '@/lib/parent-meeting/signing.schema'
import { heardWords } from '@/lib/parent-meeting/signing.words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

const options = HEARD_AS.map((value) => ({ value, label: heardWords[value] }))

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  people: readonly { who: string; name: string }[]
}

/** What each person said when the record was read back, and the signing off (P85, 6.71). */
export function SignForm({ action, initial, title, people }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(signForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={field('formKey').value()} />
      {people.map(({ who, name }) => (
        <section className="card" key={who} aria-label={name}>
          <Radios
            field={field(`heard.${who}.heard`)}
            legend={`What did ${name} say when it was read back?`}
            options={options}
          />
          <TextArea
            field={field(`heard.${who}.words`)}
            label="What they see differently, or why it was not read back"
            hint="Leave it empty if they agreed. It stands in the record, in their words"
            limit={LIMITS.text}
            rows={2}
          />
        </section>
      ))}
      <section className="card">
        <h2>Who may read it</h2>
        <Checkbox
          field={field('share')}
          label="Parents may read this record in the service"
          hint="Those who came, and those who are given a copy. You say how each has it on the next page"
        />
        <Checkbox
          field={field('staff')}
          label="Staff who teach or support the pupil have it from today"
          hint="They read it on the pupil’s page (6.71)"
        />
      </section>
      <p>Signing off locks the record. To change it later you amend it: a new version, with why.</p>
      <SubmitButton pending={pending}>Sign off the record</SubmitButton>
    </form>
  )
}
