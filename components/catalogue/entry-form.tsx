'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { GIVERS, WAVES } from '@/lib/catalogue/rules'
import { catalogueForm, LINES, LONG_TEXT } from '@/lib/catalogue/schema'
import { additionalWords, giverWords, waveWords } from '@/lib/catalogue/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string; forms: readonly string[] }

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** One entry of the school's catalogue (6.50). */
export function CatalogueEntryForm({ action, initial, title, forms }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(catalogueForm, action, initial)
  return (
    <form {...formProps} className="measure">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h1>{title}</h1>
      <TextInput field={field('name')} label="What is it called?" hint="Up to 200 characters" />
      <Select
        field={field('form')}
        label="What kind of support is it?"
        options={forms.map((form) => ({ value: form, label: form }))}
        empty="Select a kind of support"
      />
      <Radios
        field={field('wave')}
        legend="Who is it for?"
        options={WAVES.map((wave) => ({ value: wave, label: waveWords[wave] }))}
      />
      <Radios
        field={field('additional')}
        legend="Is it beyond what others get?"
        hint="SEN support is help beyond, or unlike, what pupils of the same age ordinarily get"
        options={[
          { value: 'additional', label: additionalWords(true) },
          { value: 'ordinary', label: additionalWords(false) },
        ]}
      />
      <Select
        field={field('delivererRole')}
        label="Who usually gives it?"
        options={GIVERS.map((giver) => ({ value: giver, label: capital(giverWords[giver]) }))}
        empty="It depends"
      />
      <div className="trio">
        <TextInput field={field('minutes')} label="Minutes each time" width={4} inputMode="numeric" />
        <TextInput field={field('perWeek')} label="Times a week" width={4} inputMode="numeric" />
        <TextInput field={field('weeks')} label="Weeks" width={4} inputMode="numeric" />
      </div>
      <TextInput
        field={field('groupSize')}
        label="Pupils together"
        hint="1 is one to one"
        width={4}
        inputMode="numeric"
      />
      <TextInput
        field={field('training')}
        label="Training it needs"
        hint="As you record it for staff. Leave it empty where none is needed"
      />
      <TextArea field={field('evidence')} label="Why is it thought to work?" limit={LINES} rows={2} />
      <TextArea
        field={field('steps')}
        label="How to run it today"
        hint="Step by step, so that somebody new could do it"
        limit={LONG_TEXT}
        rows={6}
      />
      <SubmitButton pending={pending}>Save entry</SubmitButton>
    </form>
  )
}
