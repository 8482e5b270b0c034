'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import {
  Checkbox,
  Checkboxes,
  DateInput,
  Hidden,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { heldForm, LIMITS } from '@/lib/parent-meeting/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { ActionRows } from './action-rows'
import { formatOptions, type Option, pupilPartOptions } from './options'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  /** The button, which says what it does: "Record as held". */
  act: string
  givenName: string
  family: readonly Option[]
  leaders: readonly Option[]
  staff: readonly Option[]
  rounds: readonly Option[]
  /** A parents' evening, or something else, counts only when it was also a review (8.3, C5). */
  asksAlsoReview: boolean
}

type Text =
  'outcomesAgreed' | 'supportAgreed' | 'parentWillDo' | 'pupilWillDo' | 'schoolWillDo' | 'worries' | 'atHome'

/** A meeting as held, on one screen: who came, what was agreed, who does what (6.65, 6.70, 6.71). */
export function RecordForm({ action, initial, title, act, asksAlsoReview, ...people }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(heldForm, action, initial)
  const { givenName, family, leaders, staff, rounds } = people
  const text = (name: Text, label: string) => (
    <TextArea field={field(name)} label={label} limit={LIMITS.text} rows={3} />
  )
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={field('formKey').value()} />
      <section className="card">
        <h2>Who came, and how</h2>
        <div className="pair">
          <Checkboxes
            field={field('came')}
            legend="Which parents or carers came?"
            hint={family.length > 0 ? undefined : 'There is nobody who may be listed'}
            options={family}
          />
          <Checkboxes field={field('staff')} legend="Who else came from school? (optional)" options={staff} />
        </div>
        <div className="pair">
          <Radios
            field={field('pupilPart')}
            legend={`What was ${givenName}’s part?`}
            options={pupilPartOptions}
          />
          <Radios field={field('format')} legend="How did you meet?" options={formatOptions} />
        </div>
        <TextInput
          field={field('pupilPartNote')}
          label="If the pupil’s views were not obtained, why?"
          hint={`Up to ${LIMITS.lines} characters`}
        />
        <Select
          field={field('ledById')}
          label="Who led?"
          hint="It counts when a teacher or the SENCO led (6.67)"
          options={leaders}
          empty="Somebody else"
        />
        <div className="pair">
          <DateInput field={field('heldOn')} legend="When was it held?" />
          <TextInput
            field={field('minutes')}
            label="How many minutes? (optional)"
            width={3}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        {asksAlsoReview && (
          <Checkbox
            field={field('alsoReview')}
            label="It was also a SEN review"
            hint="Outcomes were set or reviewed, and what was agreed is written below. Without this it does not count"
          />
        )}
        {rounds.length > 0 && (
          <Select
            field={field('roundWith')}
            label="Part of one round with (optional)"
            hint="For two parents seen separately: the two meetings count once"
            options={rounds}
            empty="No other meeting"
          />
        )}
      </section>
      <section className="card">
        <h2>What we talked about and agreed</h2>
        <p className="govuk-hint">
          You can leave all of this until later. The meeting counts without it (6.71)
        </p>
        {text('outcomesAgreed', 'Outcomes: how did each one go, and what next?')}
        {text('supportAgreed', 'Activities and support')}
        <h3>Who is responsible for what</h3>
        <div className="trio">
          {text('parentWillDo', 'The parents')}
          {text('pupilWillDo', givenName)}
          {text('schoolWillDo', 'The school')}
        </div>
        {text('worries', 'What do the parents worry about most?')}
        {text('atHome', 'How are things at home and outside school?')}
        <ActionRows field={field} />
        <TextInput
          field={field('nextMeeting')}
          label="Next meeting"
          hint="A date or a time of year, up to 200 characters"
        />
      </section>
      <section className="card">
        <h2>Who may read it</h2>
        <Checkbox
          field={field('share')}
          label="Parents may read this record in the service"
          hint="Those who came, and those who are given a copy"
        />
      </section>
      <SubmitButton pending={pending}>{act}</SubmitButton>
    </form>
  )
}
