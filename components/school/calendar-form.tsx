'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { calendarForm, LIMITS } from '@/lib/school/schema'

type Props = { action: FormAction; initial: FormValues; title: string; terms: number; closures: number }

/** The terms of a school year and its closed days; spare rows are there without JavaScript, and any may be left empty. */
export function CalendarForm({ action, initial, title, ...rows }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(calendarForm, action, initial)
  const numbers = (count: number, atMost: number) =>
    Array.from({ length: Math.min(count, atMost) }, (_, row) => row)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <section className="card">
        <h2>Terms</h2>
        <p className="govuk-hint">First and last day for pupils. Leave a row empty to take a term away</p>
        {numbers(rows.terms, LIMITS.terms).map((row) => (
          <fieldset className="govuk-fieldset" key={row}>
            <legend className="govuk-visually-hidden">Term {row + 1}</legend>
            <div className="trio">
              <TextInput field={field(`terms.${row}.name`)} label="Name" />
              <DateInput field={field(`terms.${row}.firstDay`)} legend="First day" />
              <DateInput field={field(`terms.${row}.lastDay`)} legend="Last day" />
            </div>
          </fieldset>
        ))}
      </section>
      <section className="card">
        <h2>Closed days in term</h2>
        <p className="govuk-hint">
          Half terms, training days, bank holidays. For one day leave the last day empty. Weekends are always
          closed
        </p>
        {numbers(rows.closures, LIMITS.closures).map((row) => (
          <fieldset className="govuk-fieldset" key={row}>
            <legend className="govuk-visually-hidden">Closed days {row + 1}</legend>
            <div className="trio">
              <TextInput field={field(`closures.${row}.reason`)} label="Why" />
              <DateInput field={field(`closures.${row}.from`)} legend="First closed day" />
              <DateInput field={field(`closures.${row}.until`)} legend="Last closed day (optional)" />
            </div>
          </fieldset>
        ))}
      </section>
      <SubmitButton pending={pending}>Save the calendar</SubmitButton>
    </form>
  )
}
