'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { talkForm, WORDS_MAX } from '@/lib/concern/schema'
import { THE_PUPIL } from '@/lib/concern/talk.rules'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  title: string
  givenName: string
  parents: readonly { id: string; name: string }[]
  initial: FormValues
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** Records with whom a decision was talked over, when, what they said, and whether they have a note of it. */
export function TalkForm({ action, title, givenName, parents, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(talkForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>A decision is talked over with parents and child, whichever way it goes.</p>
      <Checkboxes
        field={field('who')}
        legend="With whom was it talked over?"
        options={[
          ...parents.map(({ id, name }) => ({ value: id, label: name })),
          { value: THE_PUPIL, label: givenName },
        ]}
      />
      <DateInput field={field('talkedOn')} legend="When?" />
      <TextArea field={field('words')} label="What did they say? (optional)" limit={WORDS_MAX} />
      <Radios
        field={field('noteGiven')}
        legend="Were they given a note of the decision and the reason?"
        options={yesOrNo}
        inline
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
