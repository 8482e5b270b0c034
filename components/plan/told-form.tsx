'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Recipient } from '@/lib/parent-notification/rules'
import { YOUNG_PERSON } from '@/lib/parent-notification/schema'
import { RESPONSIBLE_TOLD_METHODS } from '@/lib/plan/told.rules'
import { responsibleToldForm } from '@/lib/plan/told.schema'
import { responsibleToldWords } from '@/lib/plan/told.words'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  name: string
  responsible: string | null
  from: IsoDate
  toTell: readonly Recipient[]
}

const methods = RESPONSIBLE_TOLD_METHODS.map((value) => ({ value, label: responsibleToldWords[value] }))

/** Records that one parent, or the young person, was told who answers for the support now: who, how and when (P31). */
export function ResponsibleToldForm({ action, name, responsible, from, toTell }: Props) {
  const [only] = toTell
  const initial = toTell.length === 1 && only ? { recipient: only.contactId ?? YOUNG_PERSON } : {}
  const { field, summary, pending, problems, formProps } = useGovukForm(responsibleToldForm, action, initial)
  const title = `Record who was told who is responsible for ${name}’s support`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        {responsible === null
          ? `Nobody is named as responsible since ${longDate(from)}.`
          : `${responsible} answers for the support since ${longDate(from)}.`}{' '}
        A parent who signs in reads it on their own page; tell the others yourself.
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
