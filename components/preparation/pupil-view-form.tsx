'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, DateInput, Hidden, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
import { GATHERED_HOW } from '@/lib/preparation/rules'
import { LIMITS, pupilViewForm } from '@/lib/preparation/schema'
import { gatheredWords } from '@/lib/preparation/words'

const howOptions = GATHERED_HOW.map((value) => ({ value, label: gatheredWords[value] }))

type Props = { action: FormAction; initial: FormValues; title: string; givenName: string }

/** Writes down what a pupil wants said at a meeting, before it is held (6.70). */
export function PupilViewForm({ action, initial, title, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(pupilViewForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <TextArea
        field={field('words')}
        label={`What does ${givenName} want said?`}
        hint={`In ${givenName}’s own words. What goes well, what is hard, what would help, what ${givenName} hopes for`}
        limit={LIMITS.text}
        rows={6}
      />
      <Radios field={field('how')} legend={`How did ${givenName} say it?`} options={howOptions} />
      <TextInput field={field('with')} label="With whose help? (optional)" />
      <DateInput field={field('on')} legend="When?" />
      <Checkbox
        field={field('share')}
        label="The parents may read it before the meeting"
        hint={`Ask ${givenName} first`}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
