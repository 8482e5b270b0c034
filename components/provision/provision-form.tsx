'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import {
  Checkbox,
  Checkboxes,
  DateInput,
  Hidden,
  Select,
  TextArea,
  TextInput,
} from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { useTyped } from '@/components/govuk/use-typed'
import { DocumentTitle } from '@/components/look/document-title'
import { type FormAction, type FormValues, ticksOf, valueOf } from '@/lib/platform/form-state'
import { LINES, provisionForm } from '@/lib/provision/schema'
import { type Choice, MoreAbout } from './more-about'
import { SpecifiedNotes } from './specified-notes'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  givenName: string
  outcomes: readonly Choice[]
  staff: readonly Choice[]
  forms: readonly string[]
}

/** One provision: for which outcomes first, then what, who, where, how long, how often, from and until (6.40, 6.48). */
export function ProvisionForm({ action, initial, title, givenName, outcomes, staff, forms }: Props) {
  const { field, values, summary, pending, problems, formProps } = useGovukForm(
    provisionForm,
    action,
    initial,
  )
  const { typed, onInput } = useTyped(values)
  const hasMore =
    ['form', 'wave', 'equipment', 'care'].some((name) => valueOf(initial, name) !== '') ||
    ticksOf(initial, 'alsoGivenBy').length > 0
  return (
    <form {...formProps} onInput={onInput} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <Hidden name="catalogueEntryId" value={valueOf(initial, 'catalogueEntryId')} />
      {outcomes.length > 0 ? (
        <Checkboxes field={field('outcomeIds')} legend="Which outcomes is it for?" options={outcomes} />
      ) : (
        <p className="govuk-inset-text">
          There is no outcome yet. Support is planned for an outcome, so add one and come back to say which
          (6.40).
        </p>
      )}
      <TextArea
        field={field('what')}
        label="What will be done?"
        hint="For example precision teaching, a help card on the table, a quiet place at lunch. Say what the adult does, not only how long"
        limit={LINES}
        rows={2}
      />
      <Select field={field('deliveredById')} label="Who gives it?" options={staff} empty="Nobody chosen" />
      <TextInput
        field={field('deliverer')}
        label="Or somebody else"
        hint="For example the speech and language therapist. Up to 200 characters"
      />
      <Checkbox
        field={field('fromOutside')}
        label="This person comes from outside the school"
        hint="Families see apart what the school gives and what others give"
      />
      <TextInput
        field={field('place')}
        label="Where?"
        hint="For example in class, or the library"
        width={20}
      />
      <div className="trio">
        <TextInput field={field('minutes')} label="Minutes each time" width={4} inputMode="numeric" />
        <TextInput field={field('perWeek')} label="Times a week" width={4} inputMode="numeric" />
        <TextInput
          field={field('groupSize')}
          label="Pupils together"
          hint={`1 is ${givenName} alone`}
          width={4}
          inputMode="numeric"
        />
      </div>
      <div className="pair">
        <DateInput field={field('fromOn')} legend="First day" />
        <DateInput field={field('untilOn')} legend="Last day" hint="Often half a term or a term after" />
      </div>
      <MoreAbout field={field} forms={forms} staff={staff} isOpen={hasMore || summary.problems.length > 0} />
      <SpecifiedNotes values={typed} />
      <SubmitButton pending={pending}>Save provision</SubmitButton>
    </form>
  )
}
