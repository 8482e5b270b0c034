'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { everyDayForm, LONG_TEXT, responsibleForm } from '@/lib/cycle/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; givenName: string }

/** What pupil and parents hope for, what holds in every lesson, and what is agreed for home (6.37, 6.51). */
export function EveryDayForm({ action, initial, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(everyDayForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>In every lesson and at home</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>In every lesson and at home</h1>
      <TextArea
        field={field('aspirations')}
        label={`What do ${givenName} and the parents hope for?`}
        hint="In their words, for this year or for later"
        limit={LONG_TEXT}
      />
      <TextArea
        field={field('inEveryLesson')}
        label="What holds in every lesson?"
        hint="Adjustments and strategies for every adult, one a line. Which school rules or routines bend?"
        limit={LONG_TEXT}
      />
      <TextArea
        field={field('atHome')}
        label="What is agreed for home?"
        hint="What, who and how often. Leave it empty where nothing is"
        limit={LONG_TEXT}
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}

type ResponsibleProps = Props & {
  staff: readonly { value: string; label: string }[]
  /** In a change of a plan in force the review date is not asked: moving it is an act of its own. */
  isChange: boolean
}

/** Who answers for the plan, and when it is reviewed (6.36, 6.48). */
export function ResponsibleForm({ action, initial, givenName, staff, isChange }: ResponsibleProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(responsibleForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>Responsible teacher and review date</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Responsible teacher and review date</h1>
      <Select
        field={field('responsibleId')}
        label="Which teacher is responsible for this plan?"
        hint={`They answer for it from day to day, also when someone else works with ${givenName}. Not an assistant (6.36)`}
        options={staff}
        empty="Not chosen yet"
      />
      {!isChange && (
        <DateInput
          field={field('reviewDue')}
          legend="When will the plan be reviewed?"
          hint="The day agreed with the parents, at most about a term away. For example, 12 3 2027"
        />
      )}
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
