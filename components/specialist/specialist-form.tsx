'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { SERVICES } from '@/lib/specialist/rules'
import { LONG_TEXT, specialistForm } from '@/lib/specialist/schema'
import { serviceWords } from '@/lib/specialist/words'

type Props = { action: FormAction; initial?: FormValues; title: string; givenName: string }

const services = SERVICES.map((value) => ({ value, label: serviceWords[value] }))

/** A specialist asked to help: the parents' part first, then the asking, then what came of it (6.59, 6.62). */
export function SpecialistForm({ action, initial = {}, title, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(specialistForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        Parents are always part of the decision to involve a specialist, and what comes of it is shared with
        them and with the staff who work with {givenName} (Code of Practice 6.59).
      </p>
      <section className="card">
        <h2>The decision</h2>
        <DateInput
          field={field('parentsInvolvedOn')}
          legend="When did the parents take part in the decision?"
        />
        <TextArea field={field('parentsSaid')} label="What did they say?" limit={LONG_TEXT} rows={3} />
      </section>
      <section className="card">
        <h2>Asking</h2>
        <Select
          field={field('service')}
          label="Which service?"
          options={services}
          empty="Select the service"
        />
        <TextInput
          field={field('personRole')}
          label="Who?"
          hint="The person’s job there, such as speech and language therapist"
        />
        <TextArea field={field('askedFor')} label="What are they asked?" limit={LONG_TEXT} rows={3} />
        <DateInput field={field('requestedOn')} legend="When were they asked?" />
      </section>
      <section className="card">
        <h2>What came of it</h2>
        <p className="soft">Leave empty what has not happened yet, and add it later.</p>
        <DateInput field={field('firstSeenOn')} legend={`When was ${givenName} first seen?`} />
        <DateInput field={field('reportReceivedOn')} legend="When did the report come?" />
        <DateInput
          field={field('sharedWithParentsOn')}
          legend="When was the report shared with the parents?"
        />
        <DateInput field={field('sharedWithStaffOn')} legend="When was it shared with the teaching staff?" />
        <TextArea
          field={field('agreed')}
          label="What was agreed, and by when is it looked at again?"
          limit={LONG_TEXT}
          rows={3}
        />
      </section>
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
