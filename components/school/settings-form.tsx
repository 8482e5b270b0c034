'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Select, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { settingsForm } from '@/lib/school/schema'
import { YEAR_MONTH_OPTIONS } from '@/lib/school/words'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  /** About a term by the school's own dates of this year; null where they are not set. */
  ownTerm: number | null
}

/** What a school may set: when its year begins, what the plan is called, where families find help. */
export function SettingsForm({ action, initial, title, ownTerm }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(settingsForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <section className="card">
        <h2>The school year</h2>
        <div className="pair">
          <TextInput
            field={field('yearBegins.day')}
            label="Day on which the school year begins"
            hint="Years that are set begin on it too"
            width={2}
            inputMode="numeric"
            autoComplete="off"
          />
          <Select field={field('yearBegins.month')} label="Month" options={YEAR_MONTH_OPTIONS} />
        </div>
      </section>
      <section className="card">
        <h2>Meetings and invitations</h2>
        <div className="pair">
          <TextInput
            field={field('meetingMinutes')}
            label="Minutes planned for a meeting"
            hint="30 unless you choose otherwise: longer than most parents’ evenings (6.69)"
            width={3}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextInput
            field={field('reminderDays')}
            label="Days before a meeting on which parents are reminded"
            hint="By email, once. 0 for no reminder"
            width={2}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </section>
      <section className="card">
        <h2>The plan</h2>
        <TextInput
          field={field('planName')}
          label="What is the plan called here?"
          hint="For example SEN support plan, or ISP. It is used on every page and copy. Up to 60 characters"
        />
      </section>
      <section className="card">
        <h2>Reviews</h2>
        <TextInput
          field={field('termSchoolDays')}
          label="School days in about a term"
          hint={
            ownTerm === null
              ? 'Used until you set your term dates. Plans are looked at about once a term. 75 unless you choose otherwise; the Code sets no number'
              : `This year your own term dates are used: about ${ownTerm} school days. The number here is for years without dates. 75 unless you choose otherwise; the Code sets none`
          }
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      </section>
      <section className="card">
        <h2>For families</h2>
        <p className="govuk-hint">These stand on the pages that parents read</p>
        <TextInput
          field={field('officePhone')}
          label="Phone number of the school office (optional)"
          type="tel"
          width={20}
        />
        <TextInput
          field={field('adviceName')}
          label="Name of the advice service (optional)"
          hint="The free and impartial one of your local authority, often called SENDIASS"
        />
        <TextInput
          field={field('adviceUrl')}
          label="Its web address (optional)"
          hint="Like https://www.example.org"
        />
        <TextInput field={field('advicePhone')} label="Its phone number (optional)" type="tel" width={20} />
        <TextInput
          field={field('localOfferUrl')}
          label="Web address of the Local Offer (optional)"
          hint="Your local authority’s own page"
        />
      </section>
      <SubmitButton pending={pending}>Save the settings</SubmitButton>
    </form>
  )
}
