'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { DELIVERED } from '@/lib/do-note/rules'
import { doNoteForm, LONG_TEXT } from '@/lib/do-note/schema'
import { audienceWords, deliveredWords } from '@/lib/do-note/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Option = { value: string; label: string; hint?: string }
type Props = {
  action: FormAction
  initial: FormValues
  title: string
  formKey: string
  about: readonly Option[]
  outcomes: readonly Option[]
}

const delivered = DELIVERED.map((value) => ({ value, label: deliveredWords[value] }))
const audiences = (['staff', 'parents'] as const).map((value) => ({ value, label: audienceWords[value] }))

/** A Do note in two taps and a line, on a phone between lessons; the rest stands behind its name (6.52). */
export function DoNoteForm({ action, initial, title, formKey, about, outcomes }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(doNoteForm, action, initial)
  const isWrong = (...names: string[]) => problems.some((problem) => names.includes(problem.field))
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={formKey} />
      <Radios field={field('about')} legend="What is it about?" options={about} />
      <Radios field={field('delivered')} legend="Was it given?" options={delivered} inline />
      <TextInput
        field={field('reason')}
        label="If in part or not: why?"
        hint="For example absent, or the room was taken. Up to 500 characters"
      />
      <TextInput
        field={field('minutes')}
        label="Minutes"
        hint="Leave it empty if it was as long as planned"
        width={4}
        inputMode="numeric"
      />
      <TextArea field={field('observation')} label="What did you see?" limit={LONG_TEXT} rows={2} />
      {outcomes.length > 0 && (
        <details className="govuk-details" open={isWrong('outcomeId', 'measured')}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">A measure was taken</span>
          </summary>
          <div className="govuk-details__text">
            <Select field={field('outcomeId')} label="Of which outcome?" options={outcomes} empty="Choose" />
            <TextInput
              field={field('measured')}
              label="What was it?"
              hint="The number, or the words for it. Up to 200 characters"
              width={20}
            />
          </div>
        </details>
      )}
      <details className="govuk-details" open={isWrong('happenedOn', 'audience')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Another day, or for the parents too</span>
        </summary>
        <div className="govuk-details__text">
          <DateInput field={field('happenedOn')} legend="Which day is it about?" />
          <Radios
            field={field('audience')}
            legend="Who may read it?"
            hint="Parents always see how many sessions were given"
            options={audiences}
          />
        </div>
      </details>
      <SubmitButton pending={pending}>Save note</SubmitButton>
    </form>
  )
}
