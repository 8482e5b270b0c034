'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Radios, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { countingForm } from '@/lib/counting/schema'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  /** The first day of the next school year, written out. */
  nextYear: string
}

/** What a school may set about counting; sending it shows the effect, and saves nothing yet. */
export function CountingForm({ action, initial, title, nextYear }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(countingForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <section className="card">
        <h2>What this school sets</h2>
        <Checkbox field={field('phoneCounts')} label="A meeting by phone counts" />
        <Checkbox
          field={field('proRata')}
          label="Expect fewer of pupils who are on the register for part of the year"
          hint="“Fewer than three” is shown and counted for them all the same"
        />
        <Checkbox
          field={field('includeEhcPlan')}
          label="Count pupils with an EHC plan too"
          hint="Good practice: the annual review is the least that the law asks for"
        />
        <Checkbox
          field={field('includeNursery')}
          label="Count pupils in nursery too"
          hint="By age: those who start Reception in a later school year"
        />
        <TextInput
          field={field('warnSchoolDays')}
          label="School days before the end of term by which the term’s meeting is due"
          hint="10 unless you choose otherwise; the Code sets no number"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <Radios
          field={field('starts')}
          legend="From when does this hold?"
          hint="What held before is kept, and old years keep it"
          options={[
            { value: 'today', label: 'From today' },
            { value: 'next-year', label: `From the next school year, ${nextYear}` },
          ]}
        />
        <SubmitButton pending={pending} secondary>
          Show what would change
        </SubmitButton>
      </section>
    </form>
  )
}
