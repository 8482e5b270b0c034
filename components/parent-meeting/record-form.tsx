'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Hidden, Select, TextArea } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { amendForm, heldForm } from '@/lib/parent-meeting/held.schema'
import { LIMITS } from '@/lib/parent-meeting/schema'
import type { ListedPoint } from '@/lib/parent-point/answer.rules'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { BroughtRows } from './brought-rows'
import { NextMeeting, type RecordPeople, WhatWasAgreed, WhoCame } from './record-parts'

type Props = RecordPeople & {
  action: FormAction
  initial: FormValues
  title: string
  /** The button, which says what it does: "Record as held". */
  act: string
  points: readonly ListedPoint[]
  /** A parents' evening, or something else, counts only when it was also a review (8.3, C5). */
  asksAlsoReview: boolean
  /** A signed record is amended: it asks why, and is not read back again. */
  amends?: boolean
}

/** A meeting as held, on one screen: who came, what was agreed, who does what (6.65, 6.70, 6.71). */
export function RecordForm({ action, initial, title, act, amends = false, ...shown }: Props) {
  const schema = amends ? amendForm : heldForm
  const { field, summary, pending, problems, formProps } = useGovukForm<Record<string, unknown>>(
    schema,
    action,
    initial,
  )
  const { points, asksAlsoReview, ...people } = shown
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={field('formKey').value()} />
      {amends && (
        <section className="card now">
          <h2>Why it is changed</h2>
          <TextArea
            field={field('reason')}
            label="Why is the record changed?"
            hint="Parents read this too. What was signed stays beside it"
            limit={LIMITS.lines}
            rows={2}
          />
        </section>
      )}
      <section className="card">
        <h2>Who came, and how</h2>
        <WhoCame field={field} people={people} />
        {asksAlsoReview && (
          <Checkbox
            field={field('alsoReview')}
            label="It was also a SEN review"
            hint="Outcomes were set or reviewed, and what was agreed is written below. Without this it does not count"
          />
        )}
        {people.rounds.length > 0 && (
          <Select
            field={field('roundWith')}
            label="Part of one round with (optional)"
            hint="For two parents seen separately: the two meetings count once"
            options={people.rounds}
            empty="No other meeting"
          />
        )}
      </section>
      {points.length > 0 && <BroughtRows field={field} points={points} />}
      <section className="card">
        <h2>What we talked about and agreed</h2>
        {!amends && (
          <p className="govuk-hint">
            You can leave all of this until later. The meeting counts without it (6.71)
          </p>
        )}
        <WhatWasAgreed field={field} givenName={people.givenName} />
        <NextMeeting field={field} />
      </section>
      <div className="govuk-button-group">
        <SubmitButton pending={pending}>{act}</SubmitButton>
        {!amends && (
          <SubmitButton pending={pending} name="then" value="read-back" secondary>
            Save and read it back
          </SubmitButton>
        )}
      </div>
    </form>
  )
}
