'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, DateInput, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { discussionForm, PART_MAX, SHORT_MAX } from '@/lib/early-discussion/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  title: string
  givenName: string
  initial: FormValues
  /** What the advice service of the area is called; null where the school has not named it. */
  adviceName: string | null
  asksAdvice: boolean
}

/** Writes the short note of an early discussion, in the parts of the Code (6.39). */
export function DiscussionForm({ action, title, givenName, initial, adviceName, asksAdvice }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(discussionForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <p>
        A short note of the talk with {givenName} and the parents, for the record and for them to keep (Code
        of Practice 6.39). Parents read it as it stands, so write it as you would say it to them.
      </p>
      <DateInput field={field('heldOn')} legend="When did you talk?" />
      <TextArea
        field={field('attended')}
        label="Who was there?"
        hint={`Names and parts, ${givenName} too if they were there`}
        limit={SHORT_MAX}
        rows={2}
      />
      <TextArea field={field('strengths')} label={`What does ${givenName} do well?`} limit={PART_MAX} />
      <TextArea field={field('difficulties')} label="What is hard?" limit={PART_MAX} />
      <TextArea
        field={field('parentConcerns')}
        label="What concerns the parents?"
        hint="In their own words. If nothing does, say so"
        limit={PART_MAX}
      />
      <TextArea
        field={field('mayLieBehind')}
        label="What may lie behind it? (optional)"
        hint="What you looked for together: hearing, sight, a loss, a change at home, language"
        limit={PART_MAX}
      />
      <TextArea
        field={field('agreedOutcomes')}
        label="What do you want to reach together?"
        hint="The outcomes agreed"
        limit={PART_MAX}
      />
      <TextArea
        field={field('nextSteps')}
        label="What happens next?"
        hint="Who does what, and by when"
        limit={PART_MAX}
      />
      {asksAdvice && (
        <Checkbox
          field={field('adviceMentioned')}
          label={`They were told about ${adviceName ?? 'the information, advice and support service'}`}
          hint="Help for families that is not from the school (Code of Practice 6.39)"
        />
      )}
      <SubmitButton pending={pending}>Save the note</SubmitButton>
    </form>
  )
}
