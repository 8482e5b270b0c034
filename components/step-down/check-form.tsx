'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { longDate } from '@/lib/calendar/iso-date'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { GOINGS, type Watch } from '@/lib/step-down/rules'
import { LONG_TEXT, watchCheckForm } from '@/lib/step-down/schema'
import { goingHints, goingWords } from '@/lib/step-down/words'

type Props = { action: FormAction; initial: FormValues; name: string; watch: Watch }

const goings = GOINGS.map((value) => ({ value, label: goingWords[value], hint: goingHints[value] }))

/** A check of how it goes without SEN support, in the two terms after it ended. */
export function CheckForm({ action, initial, name, watch }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(watchCheckForm, action, initial)
  const title = `How does it go for ${name} without SEN support?`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        SEN support ended on {longDate(watch.from)}. It is watched until {longDate(watch.untilOn)}, with a
        check by {longDate(watch.firstCheckOn)} and one at the end.
      </p>
      <DateInput field={field('checkedOn')} legend="On which day was it looked at?" />
      <Radios field={field('going')} legend="How does it go?" options={goings} />
      <TextArea
        field={field('words')}
        label="What shows it?"
        hint="Work, behaviour, what the pupil and the parents say"
        limit={LONG_TEXT}
      />
      <SubmitButton pending={pending}>Save the check</SubmitButton>
    </form>
  )
}
