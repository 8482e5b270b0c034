'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Hidden, Radios, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { RAISED_BY, SIGNS } from '@/lib/concern/rules'
import { concernForm, WORDS_MAX } from '@/lib/concern/schema'
import { raisedByWords, signWords } from '@/lib/concern/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  name: string
  parents: readonly { id: string; name: string }[]
  initial: FormValues
  /** The pupil's line of a class check, where the concern comes of one. */
  checkedId?: string
}

const whose = RAISED_BY.map((value) => ({ value, label: raisedByWords[value] }))
const signs = SIGNS.map((value) => ({ value, label: signWords[value] }))

/** Writes down a concern: one's own, a parent's or the pupil's. */
export function ConcernForm({ action, name, parents, initial, checkedId = '' }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(concernForm, action, initial)
  const title = `Write down a concern about ${name}`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <Hidden name="checkedId" value={checkedId} />
      <p>
        A new diagnosis, slow progress or just a feeling that something is not right are all good enough
        reasons. The SENCO answers it.
      </p>
      <Radios field={field('raisedBy')} legend="Whose concern is it?" options={whose} />
      <Select
        field={field('contactId')}
        label="Which parent or carer?"
        hint="Only for a parent’s or carer’s concern"
        options={parents.map(({ id, name: label }) => ({ value: id, label }))}
        empty="Not a parent’s concern"
      />
      <DateInput field={field('raisedOn')} legend="When was it raised?" />
      <TextArea
        field={field('words')}
        label="What is the concern?"
        hint="A parent’s or the pupil’s in their own words"
        limit={WORDS_MAX}
      />
      <Checkboxes
        field={field('signs')}
        legend="Which of these do you see? (optional)"
        hint="For a concern of staff: signs of less than expected progress, given age and circumstances (Code of Practice 6.17)"
        options={signs}
      />
      <SubmitButton pending={pending}>Save the concern</SubmitButton>
    </form>
  )
}
