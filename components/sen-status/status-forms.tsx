'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import type { NeedChoice } from '@/lib/sen-status/needs.rules'
import { END_REASONS, SEN_REASONS } from '@/lib/sen-status/rules'
import { ehcPlanForm, endStatusForm, NOTE_MAX, senSupportForm } from '@/lib/sen-status/schema'
import { endReasonWords, senReasonWords } from '@/lib/sen-status/words'
import { NeedFields, withoutArea } from './need-fields'

type Props = {
  action: FormAction
  name: string
  initial: FormValues
  choices: readonly NeedChoice[]
  /** What stands now and ends the day before, in a sentence; nothing where nothing does. */
  ends: string | null
}

const reasons = SEN_REASONS.map((value) => ({ value, label: senReasonWords[value] }))

/** Puts a pupil on SEN support: from when, why, what shows it, and the main need. */
export function SenSupportForm({ action, name, initial, choices, ends }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(senSupportForm, action, initial)
  const title = `Put ${name} on SEN support`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        The decision is recorded here, and each parent has to be told of it (Code of Practice 6.43; Children
        and Families Act, section 68). You record that next.
      </p>
      {ends && <p className="govuk-inset-text">{ends}</p>}
      <DateInput field={field('fromOn')} legend="First day of SEN support" hint="For example, 16 11 2026" />
      <Checkboxes
        field={field('reasons')}
        legend="Why is SEN support needed?"
        hint="Select all that apply"
        options={reasons}
      />
      <TextArea
        field={field('note')}
        label="What shows it?"
        hint="What was seen, measured or advised, and what good teaching has tried already"
        limit={NOTE_MAX}
      />
      <NeedFields
        code={field('mainNeed')}
        area={field('broadArea')}
        choices={choices}
        label="Main need"
        areaLabel="Area of the main need"
        areaHint={`Only with: ${withoutArea(choices)}`}
      />
      <SubmitButton pending={pending}>Put on SEN support</SubmitButton>
    </form>
  )
}

/** Records the EHC plan that the local authority made. */
export function EhcPlanForm({ action, name, initial, choices, ends }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(ehcPlanForm, action, initial)
  const title = `Record an EHC plan for ${name}`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      {ends && <p className="govuk-inset-text">{ends}</p>}
      <DateInput
        field={field('fromOn')}
        legend="Day the EHC plan began"
        hint="The date of the final plan, or the first day here of a pupil who came with one"
      />
      <NeedFields
        code={field('mainNeed')}
        area={field('broadArea')}
        choices={choices}
        label="Main need"
        areaLabel="Area of the main need"
        areaHint={`Only with: ${withoutArea(choices)}`}
        hint="As the EHC plan names it"
      />
      <TextArea
        field={field('note')}
        label="Note (optional)"
        hint="For example, which local authority"
        limit={NOTE_MAX}
      />
      <SubmitButton pending={pending}>Record the EHC plan</SubmitButton>
    </form>
  )
}

const endReasons = END_REASONS.map((value) => ({ value, label: endReasonWords[value] }))

type EndProps = { action: FormAction; name: string; initial: FormValues; what: string; openCycle: boolean }

/** Takes a pupil off the register. */
export function EndStatusForm({ action, name, initial, what, openCycle }: EndProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(endStatusForm, action, initial)
  const title = `Take ${name} off the register`
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        {what} ends. Everything that was written stays, and the family is told why.
        {openCycle &&
          ' The open cycle is closed as it stands: record its review first, if there is one to record.'}
      </p>
      <DateInput field={field('lastDay')} legend="Last day" hint="A meeting on this day still counts" />
      <Radios field={field('reason')} legend="Why does it end?" options={endReasons} />
      <TextArea
        field={field('note')}
        label="Note (optional unless there is another reason)"
        limit={NOTE_MAX}
      />
      <SubmitButton pending={pending}>Take off the register</SubmitButton>
    </form>
  )
}
