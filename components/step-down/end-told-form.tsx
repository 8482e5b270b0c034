'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Recipient } from '@/lib/parent-notification/rules'
import { YOUNG_PERSON } from '@/lib/parent-notification/schema'
import type { FormAction } from '@/lib/platform/form-state'
import { END_TOLD_METHODS } from '@/lib/step-down/rules'
import { endToldForm } from '@/lib/step-down/schema'
import { endToldWords } from '@/lib/step-down/words'

type Props = {
  action: FormAction
  name: string
  endedOn: IsoDate
  untilOn: IsoDate
  toTell: readonly Recipient[]
}

const methods = END_TOLD_METHODS.map((value) => ({ value, label: endToldWords[value] }))

/** Records that one parent, or the young person, was told that SEN support ended: who, how and when. */
export function EndToldForm({ action, name, endedOn, untilOn, toTell }: Props) {
  const [only] = toTell
  const initial = toTell.length === 1 && only ? { recipient: only.contactId ?? YOUNG_PERSON } : {}
  const { field, summary, pending, problems, formProps } = useGovukForm(endToldForm, action, initial)
  const title = `Record who was told that SEN support ended for ${name}`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        SEN support ended on {longDate(endedOn)}. Say why, that the school watches until {longDate(untilOn)},
        and that they may come at any time if they are worried.
      </p>
      <Radios
        field={field('recipient')}
        legend="Who was told?"
        options={toTell.map(({ contactId, name: label, relationship }) => ({
          value: contactId ?? YOUNG_PERSON,
          label,
          hint: relationship ?? 'The young person, who is over compulsory school age',
        }))}
      />
      <Radios field={field('method')} legend="How?" options={methods} />
      <DateInput field={field('toldOn')} legend="On which day?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
