'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { Life } from '@/lib/outcome/long-term.rules'
import { lifeForm, longTermForm } from '@/lib/outcome/long-term.schema'
import { stepWords } from '@/lib/outcome/long-term.words'
import { LINES } from '@/lib/outcome/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { MattersFields } from './matters-fields'

type Props = {
  action: FormAction
  title: string
  initial?: FormValues
  givenName: string
  button: string
  /** Beside other things on a page that has its own heading. */
  isPart?: boolean
}

/** What a pupil is on the way to across cycles; its targets are set in each plan (guide 1). */
export function LongTermForm({ action, title, initial = {}, givenName, button, isPart = false }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(longTermForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {!isPart && (
        <>
          <h1>{title}</h1>
          <p className="lead soft">For a year or longer. Each plan sets short steps to it.</p>
        </>
      )}
      <TextArea
        field={field('willDo')}
        label={`What will ${givenName} be able to do?`}
        hint="For example read a bedtime story to her brother, or travel to college alone"
        limit={LINES}
        rows={2}
      />
      <DateInput
        field={field('byOn')}
        legend="By when? (optional)"
        hint="For example the end of the school year"
      />
      <MattersFields field={field} givenName={givenName} />
      <SubmitButton pending={pending}>{button}</SubmitButton>
    </form>
  )
}

type LifeProps = { action: FormAction; initial: FormValues; steps: readonly Life[] }

/** The next step in its life, with the day and the reason. */
export function LifeForm({ action, initial, steps }: LifeProps) {
  const { field, summary, pending, formProps } = useGovukForm(lifeForm, action, initial)
  return (
    <form {...formProps}>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios
        field={field('status')}
        legend="What happens to it?"
        options={steps.map((step) => ({ value: step, label: stepWords[step] }))}
      />
      <DateInput field={field('on')} legend="From which day?" />
      <TextArea
        field={field('reason')}
        label="Why?"
        hint="Needed where it ends, or begins again: what shows it, or why it is no longer right"
        limit={LINES}
        rows={2}
      />
      <SubmitButton pending={pending} secondary>
        Save the step
      </SubmitButton>
    </form>
  )
}
