'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Radios, Select, TextInput } from '@/components/govuk/fields'
import type { Field } from '@/components/govuk/field'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { FormAction, FormValues } from '@/lib/platform/form-state'
import { YEAR_GROUPS } from '@/lib/pupil/details.rules'
import { pupilChangeForm, pupilForm, SEXES } from '@/lib/pupil/schema'
import { sexWords, yearGroupOptions } from '@/lib/pupil/words'

type Named =
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'dateOfBirth'
  | 'upn'
  | 'sex'
  | 'yearGroup'
  | 'className'
  | 'homeLanguage'
type FieldsProps = { field: (name: Named) => Field; classNames: readonly string[] }

const sexes = SEXES.map((value) => ({ value, label: sexWords[value] }))

function PupilFields({ field, classNames }: FieldsProps) {
  return (
    <>
      <TextInput field={field('givenName')} label="First name" autoComplete="off" />
      <TextInput field={field('familyName')} label="Last name" autoComplete="off" />
      <TextInput
        field={field('preferredName')}
        label="Name they are called by (optional)"
        hint="If it is not the first name"
        autoComplete="off"
      />
      <DateInput field={field('dateOfBirth')} legend="Date of birth" hint="For example, 3 5 2018" />
      <TextInput
        field={field('upn')}
        label="Unique pupil number (optional)"
        hint="13 characters, like W999000126001. It can be added later"
        width={20}
        autoComplete="off"
      />
      <Radios
        field={field('sex')}
        legend="Sex, as the school census asks (optional)"
        options={sexes}
        inline
      />
      <Select
        field={field('yearGroup')}
        label="Year group"
        hint="The one they are in, also where it is not the one for their age"
        options={yearGroupOptions(YEAR_GROUPS)}
        empty="Select a year group"
      />
      <TextInput
        field={field('className')}
        label="Class or tutor group (optional)"
        hint={classNames.length > 0 ? `For example, ${classNames.slice(0, 3).join(', ')}` : undefined}
        width={10}
        autoComplete="off"
      />
      <TextInput
        field={field('homeLanguage')}
        label="Home language (optional)"
        hint="Where an interpreter may be needed"
        width={20}
        autoComplete="off"
      />
    </>
  )
}

type Props = { action: FormAction; classNames: readonly string[] }

/** Adds a pupil by hand. */
export function AddPupilForm({ action, classNames }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(pupilForm, action)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>Add a pupil</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Add a pupil</h1>
      <p>Someone who has just joined. A whole roll comes in through an import.</p>
      <PupilFields field={field} classNames={classNames} />
      <SubmitButton pending={pending}>Add this pupil</SubmitButton>
    </form>
  )
}

/** Puts right what the roll says of a pupil. */
export function ChangePupilForm({
  action,
  classNames,
  name,
  initial,
}: Props & { name: string; initial: FormValues }) {
  const { field, summary, pending, problems, formProps } = useGovukForm(pupilChangeForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{`Details of ${name}`}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>Details of {name}</h1>
      <PupilFields field={field} classNames={classNames} />
      <DateInput
        field={field('onRollUntil')}
        legend="Last day at this school (optional)"
        hint="Only for a pupil who has left or is leaving. The record stays"
      />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  )
}
