'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { CONSTRAINTS, levelsOf } from '@/lib/meeting-round/constraints.rules'
import { constraintsForm, LIMITS, roomsForm } from '@/lib/meeting-round/schema'
import { ALWAYS_WORDS, constraintWords, levelWords } from '@/lib/meeting-round/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string }

/** What a timetable always keeps to, and how much the rest matters. */
export function ConstraintsForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(constraintsForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <section className="card">
        <h2>What always holds</h2>
        <ul>
          {ALWAYS_WORDS.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>What you decide</h2>
        <p>A must is never broken: a meeting that cannot keep it has no place. The rest is weighed.</p>
        {CONSTRAINTS.map((constraint) => (
          <Select
            key={constraint}
            field={field(`levels.${constraint}`)}
            label={constraintWords[constraint]}
            options={levelsOf(constraint).map((value) => ({ value, label: levelWords[value] }))}
          />
        ))}
      </section>
      <section className="card">
        <h2>The numbers behind them</h2>
        <TextInput
          field={field('travelMinutes')}
          label="Minutes to walk between buildings"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput
          field={field('runMinutes')}
          label="Minutes of meetings without a pause"
          hint="A pause is 10 minutes or more"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput
          field={field('mostADay')}
          label="Meetings one person leads on one day"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      </section>
      <SubmitButton pending={pending}>Save what matters</SubmitButton>
    </form>
  )
}

/** The rooms that can be used. */
export function RoomsForm({ action, initial, title }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(roomsForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <TextArea
        field={field('rooms')}
        label="Rooms"
        hint="One on each line: the name, the building, the seats. Like: Library, Main building, 6"
        limit={LIMITS.rooms}
        rows={10}
      />
      <SubmitButton pending={pending}>Save the rooms</SubmitButton>
    </form>
  )
}
