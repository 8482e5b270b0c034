'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { GentleNote } from '@/lib/outcome/rules'
import { LINES, outcomeForm } from '@/lib/outcome/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { Beside } from './beside'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  lead: string
  givenName: string
  needs: readonly { code: string; name: string }[]
  notes: readonly GentleNote[]
  byHint: string
}

/** Every part of an outcome on one page, with a thought beside its field where there is one; a draft may be thin. */
export function OutcomeForm({ action, initial, title, lead, givenName, needs, notes, byHint }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(outcomeForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p className="lead soft">{lead}</p>
      <Beside notes={notes} parts={['willDo']}>
        <TextArea
          field={field('willDo')}
          label={`What will ${givenName} do?`}
          hint="Something a visitor could see or hear. Not the help that is given: that comes under provision"
          limit={LINES}
        />
      </Beside>
      <Beside notes={notes} parts={['measure', 'baseline', 'baselineOn', 'unit', 'target']}>
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
      </Beside>
      <Beside notes={notes} parts={['byOn', 'by']}>
        <DateInput field={field('byOn')} legend="By when?" hint={byHint} />
      </Beside>
      <Beside notes={notes} parts={['why']}>
        <TextArea field={field('why')} label="Why does it matter, and to whom?" limit={LINES} />
      </Beside>
      <Beside notes={notes} parts={['expectedImpact']}>
        <TextArea
          field={field('expectedImpact')}
          label="What impact do you expect?"
          hint="On progress, development or behaviour (6.48)"
          limit={LINES}
        />
      </Beside>
      {needs.length > 0 && (
        <Checkboxes
          field={field('needs')}
          legend="Which needs does it answer?"
          options={needs.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <SubmitButton pending={pending}>Save outcome</SubmitButton>
    </form>
  )
}
