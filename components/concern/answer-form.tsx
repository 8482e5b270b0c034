'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkboxes, DateInput, Radios, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { CONCERN_REASONS } from '@/lib/concern/decision.rules'
import { DECISIONS } from '@/lib/concern/rules'
import { concernAnswerForm, SHORT_MAX, WORDS_MAX } from '@/lib/concern/schema'
import { concernReasonWords, decisionHints, decisionWords } from '@/lib/concern/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  title: string
  initial: FormValues
  /** A parent's or the pupil's concern is set beside the school's own assessment (6.45). */
  asksComparison: boolean
  /** Nothing was tried yet, so SEN support asks why it cannot wait. */
  asksUntried: boolean
}

const decisions = DECISIONS.map((value) => ({
  value,
  label: decisionWords[value],
  hint: decisionHints[value],
}))
const reasons = CONCERN_REASONS.map((value) => ({ value, label: concernReasonWords[value] }))

/** Decides on a concern: what, on what it rests, why and when. */
export function ConcernAnswerForm({ action, title, initial, asksComparison, asksUntried }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(concernAnswerForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Radios field={field('decision')} legend="What was decided?" options={decisions} />
      <Checkboxes
        field={field('reasons')}
        legend="What does it rest on?"
        hint="Select all that apply. Behaviour, slow progress or another home language are not SEN by themselves (Code of Practice 6.21 to 6.24)"
        options={reasons}
      />
      <TextArea
        field={field('answer')}
        label="Why, and what was said to whoever raised it?"
        hint="In plain words: it is talked over with the family, whichever way it goes"
        limit={WORDS_MAX}
      />
      {asksComparison && (
        <TextArea
          field={field('comparison')}
          label="What does the school’s own assessment say beside it?"
          hint="What you see that is the same, and what is not (Code of Practice 6.45). You can add it later, within 10 school days"
          limit={WORDS_MAX}
        />
      )}
      {asksUntried && (
        <TextArea
          field={field('noStrategiesBecause')}
          label="Why can SEN support not wait until a strategy was tried?"
          hint="Only for SEN support: no strategy is written down for this concern (Code of Practice 6.19, 6.37)"
          limit={SHORT_MAX}
          rows={2}
        />
      )}
      <DateInput
        field={field('lookAgainOn')}
        legend="When will you look again? (optional)"
        hint="For monitor, or find out more"
      />
      <DateInput field={field('answeredOn')} legend="When was it answered?" />
      <SubmitButton pending={pending}>Save the decision</SubmitButton>
    </form>
  )
}
