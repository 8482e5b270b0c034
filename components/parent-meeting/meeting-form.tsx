'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Checkboxes, DateInput, Hidden, Radios, Select, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { PURPOSES, USUAL_MINUTES } from '@/lib/parent-meeting/record.rules'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { arrangeForm, moveForm } from '@/lib/parent-meeting/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
import { formatOptions, type Option } from './options'

type Props = {
  action: FormAction
  initial: FormValues
  /** Arranging offers everyone who may be invited; moving, those who have not been asked yet. */
  act: 'arrange' | 'move'
  title: string
  family: readonly Option[]
  leaders: readonly Option[]
  rounds: readonly Option[]
  /** Why nobody can be offered, where nobody can. */
  nobodyToInvite: string
}

const purposes = PURPOSES.map((value) => ({ value, label: purposeWords[value] }))

/** Arranges a meeting, or changes one that is booked: when and how, what for, and who (6.65 to 6.69). */
export function MeetingForm({ action, initial, act, title, family, leaders, rounds, nobodyToInvite }: Props) {
  const isNew = act === 'arrange'
  const { field, summary, pending, problems, formProps } = useGovukForm(
    isNew ? arrangeForm : moveForm,
    action,
    initial,
  )
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      {isNew && <Hidden name="formKey" value={valueOf(initial, 'formKey')} />}
      <section className="card">
        <h2>When and how</h2>
        <DateInput
          field={field('on')}
          legend="Date"
          hint={isNew ? 'For example, 3 12 2026. A day in the past is for a meeting already held' : undefined}
        />
        <div className="pair">
          <TextInput field={field('at')} label="Time" hint="Like 3:30pm" width={10} autoComplete="off" />
          <TextInput
            field={field('minutes')}
            label="Minutes planned"
            hint={`${USUAL_MINUTES} are usual: longer than most parents’ evenings (6.69)`}
            width={3}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <Radios field={field('format')} legend="How will you meet?" options={formatOptions} inline />
        <TextInput
          field={field('place')}
          label="Where (optional)"
          hint="A room, or who rings whom. Up to 200 characters"
        />
      </section>
      <section className="card">
        <h2>What for</h2>
        <Select field={field('purpose')} label="Purpose" options={purposes} empty="Choose" />
        <Checkbox
          field={field('alsoReview')}
          label="It will also review SEN outcomes"
          hint="Only for a parents’ evening or something else, which do not count without it"
        />
      </section>
      <section className="card">
        <h2>Who</h2>
        {family.length > 0 ? (
          <Checkboxes
            field={field('invited')}
            legend={isNew ? 'Who is invited?' : 'Also invite (optional)'}
            hint={isNew ? 'Only parents and carers who may be invited are listed' : undefined}
            options={family}
          />
        ) : (
          nobodyToInvite && <p>{nobodyToInvite}</p>
        )}
        <Select
          field={field('ledById')}
          label="Who leads?"
          hint="A meeting counts when a teacher or the SENCO leads it (6.67)"
          options={leaders}
          empty="Not known yet, or somebody else"
        />
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
      <SubmitButton pending={pending}>{isNew ? 'Arrange the meeting' : 'Save the changes'}</SubmitButton>
    </form>
  )
}
