'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Hidden, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { type LineKind, partsOf } from '@/lib/plan-line/rules'
import { LINES, planLineForm } from '@/lib/plan-line/schema'
import { kindQuestions } from '@/lib/plan-line/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; kind: LineKind; initial: FormValues; title: string }

const WHERE = {
  label: 'Where or when is it about?',
  hint: 'For example assembly, or uniform. You can leave it empty',
}

const ABOUT: Record<LineKind, { label: string; hint: string }> = {
  adjustment: WHERE,
  'quiet-place': WHERE,
  'at-home': WHERE,
  strategy: { label: 'In which subject?', hint: 'For example Art. Leave it empty for every lesson' },
  'what-to-do-when': { label: 'When what happens?', hint: 'For example: he puts his head on the table' },
}

/** One line of a plan for every day: only the parts that its kind has (P27, P45, P46, 6.51). */
export function PlanLineForm({ action, kind, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(planLineForm, action, initial)
  const has = partsOf[kind]
  const { label, hint } = kindQuestions[kind]
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <Hidden name="kind" value={kind} />
      {has.includes('about') && (
        <TextInput field={field('about')} label={ABOUT[kind].label} hint={ABOUT[kind].hint} width={20} />
      )}
      <TextArea field={field('words')} label={label} hint={hint} limit={LINES} rows={3} />
      {has.includes('who') && (
        <TextInput
          field={field('who')}
          label="Who does it?"
          hint="For example Mum, or his sister"
          width={20}
        />
      )}
      {has.includes('howOften') && (
        <TextInput
          field={field('howOften')}
          label={kind === 'quiet-place' ? 'When?' : 'How often?'}
          hint={
            kind === 'quiet-place' ? 'For example after lunch, or with the red card' : 'For example every day'
          }
          width={20}
        />
      )}
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
