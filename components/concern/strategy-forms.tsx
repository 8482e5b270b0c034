'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { EFFECTS } from '@/lib/concern/strategy.rules'
import { SHORT_MAX, strategyEffectForm, strategyForm } from '@/lib/concern/schema'
import { effectWords } from '@/lib/concern/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; title: string; initial: FormValues }

const effects = EFFECTS.map((value) => ({ value, label: effectWords[value] }))

/** Writes down what is being tried, and since when. */
export function StrategyForm({ action, title, initial }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(strategyForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <TextArea
        field={field('what')}
        label="What is being tried?"
        hint="In class or around it, for example sits at the front, instructions in pictures, a partner to read with"
        limit={SHORT_MAX}
      />
      <DateInput field={field('fromOn')} legend="Since when?" />
      <SubmitButton pending={pending}>Save the strategy</SubmitButton>
    </form>
  )
}

/** Says until when a strategy was tried, and what came of it. */
export function StrategyEffectForm({ action, title, initial, what }: Props & { what: string }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(strategyEffectForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p className="govuk-inset-text pre">{what}</p>
      <Radios field={field('effect')} legend="What came of it?" options={effects} />
      <TextArea field={field('effectWords')} label="What did you see? (optional)" limit={SHORT_MAX} />
      <DateInput field={field('untilOn')} legend="Until when was it tried?" />
      <p className="small soft">
        Once saved this stays as it is. You can always write down another strategy.
      </p>
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
