'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { VIEWS_HOW } from '@/lib/assessment/rules'
import { LONG_TEXT, parentViewsForm, pupilViewsForm, summaryForm } from '@/lib/assessment/schema'
import { viewsHowWords } from '@/lib/assessment/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; givenName: string }

const hows = VIEWS_HOW.map((value) => ({ value, label: viewsHowWords[value] }))

/** What the parents say: whose words, when, how (6.45). */
export function ParentViewsForm({ action, initial, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(parentViewsForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>What the parents say</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>What the parents say</h1>
      <p>Parents see this once the plan comes into force.</p>
      <TextArea
        field={field('parentViews')}
        label={`What do they say about ${givenName}?`}
        hint="What they see at home, what worries them, what they think would help. If they were asked and did not answer, say when and how"
        limit={LONG_TEXT}
        rows={6}
      />
      <TextInput
        field={field('parentViewsFrom')}
        label="Whose views are these?"
        hint="For example Farah Khan, mother, by phone. Up to 200 characters"
      />
      <DateInput field={field('parentViewsOn')} legend="When did they say it?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}

/** What the pupil says: how it was gathered, when, in which words (6.45). */
export function PupilViewsForm({ action, initial, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(pupilViewsForm, action, initial)
  const title = `What ${givenName} says`
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>Parents see this once the plan comes into force.</p>
      <Radios field={field('pupilViewsHow')} legend="How were the views gathered?" options={hows} />
      <TextArea
        field={field('pupilViews')}
        label={`What does ${givenName} say?`}
        hint="In their own words, with who heard them. What helps, what does not, what they want"
        limit={LONG_TEXT}
        rows={6}
      />
      <DateInput field={field('pupilViewsOn')} legend="When?" />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}

/** What it all comes to: strengths, barriers, the need in a few sentences (6.45). */
export function SummaryForm({ action, initial, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(summaryForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>Strengths, barriers and need</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Strengths, barriers and need</h1>
      <p>Parents see this once the plan comes into force.</p>
      <TextArea field={field('strengths')} label={`What does ${givenName} do well?`} limit={LONG_TEXT} />
      <TextArea
        field={field('barriers')}
        label="What gets in the way?"
        hint="What blocks learning or joining in, and when"
        limit={LONG_TEXT}
      />
      <TextArea
        field={field('summary')}
        label="The need, in a few sentences"
        hint="What the plan is to answer"
        limit={LONG_TEXT}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
