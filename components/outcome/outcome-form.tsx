'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { useTyped } from '@/components/govuk/use-typed'
import { DocumentTitle } from '@/components/look/document-title'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { LINES, outcomeForm } from '@/lib/outcome/schema'
import { letterStates } from '@/lib/outcome/typed.words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { MattersFields } from './matters-fields'
import { BesideLetters, Letters } from './smart-notes'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  lead: string
  givenName: string
  needs: readonly { code: string; name: string }[]
  longTerm: readonly { id: string; willDo: string }[]
  plan: { startsOn: IsoDate; reviewDue: IsoDate | null }
  isSaved: boolean
  byHint: string
}

/** Every part of an outcome on one page, with what the SMART check says beside its field; a draft may be thin. */
export function OutcomeForm(props: Props) {
  const { action, initial, title, lead, givenName, needs, longTerm, plan, isSaved, byHint } = props
  const { field, values, summary, pending, problems, formProps } = useGovukForm(outcomeForm, action, initial)
  const { typed, onInput } = useTyped(values)
  const states = letterStates(typed, { ...plan, needs: needs.map(({ code }) => code), isSaved })
  return (
    <form {...formProps} onInput={onInput}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p className="lead soft">{lead}</p>
      <Letters states={states} />
      <p className="small soft">Notes never stop you saving a draft.</p>
      {longTerm.length > 0 && (
        <Select
          field={field('longTermOutcomeId')}
          label="Which long-term outcome is it a step to?"
          options={longTerm.map(({ id, willDo }) => ({ value: id, label: willDo }))}
          empty="None of them"
        />
      )}
      <BesideLetters states={states} letters={['S']}>
        <TextArea
          field={field('willDo')}
          label={`What will ${givenName} do?`}
          hint="Something a visitor could see or hear. Not the help that is given: that comes under provision"
          limit={LINES}
        />
      </BesideLetters>
      <BesideLetters states={states} letters={['M', 'A']}>
        <TextInput
          field={field('measure')}
          label="How will you measure it?"
          hint="For example dictated sentences each Friday, words right. Up to 200 characters"
        />
        <TextInput
          field={field('unit')}
          label="What is counted?"
          hint="For example words, or times a week"
          width={20}
        />
        <TextInput field={field('baseline')} label={`Where is ${givenName} now?`} width={20} />
        <DateInput
          field={field('baselineOn')}
          legend="When was that measured?"
          hint="For example, 12 3 2027"
        />
        <TextInput field={field('target')} label="What is the target?" width={20} />
      </BesideLetters>
      <BesideLetters states={states} letters={['T']}>
        <DateInput field={field('byOn')} legend="By when?" hint={byHint} />
      </BesideLetters>
      <BesideLetters states={states} letters={['R']}>
        <MattersFields field={field} givenName={givenName} />
        {needs.length > 0 && (
          <Checkboxes
            field={field('needs')}
            legend="Which needs does it answer?"
            options={needs.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </BesideLetters>
      <TextArea
        field={field('expectedImpact')}
        label="What impact do you expect?"
        hint="On progress, development or behaviour (6.48)"
        limit={LINES}
      />
      <SubmitButton pending={pending}>Save outcome</SubmitButton>
    </form>
  )
}
