'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Checkboxes, DateInput, Hidden, Radios, Select, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { PURPOSES, USUAL_MINUTES } from '@/lib/parent-meeting/record.rules'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { arrangeForm } from '@/lib/parent-meeting/schema'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'
import { ToKnowFields, WhoElseFields } from '@/components/invitation/arrangement-fields'
import { Details } from '@/components/look/details'
import { formatOptions, type Option } from './options'

type Arranging = {
  givenName: string
  /** Brothers and sisters who can be met together with the pupil. */
  siblings: readonly Option[]
  staff: readonly Option[]
}

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
  /** What only the page that arranges asks, so that one page is enough. */
  arranging?: Arranging
}

const purposes = PURPOSES.map((value) => ({ value, label: purposeWords[value] }))

/** Arranges a meeting, or changes one that is booked: when and how, what for, and who (6.65 to 6.69). */
export function MeetingForm(props: Props) {
  const { action, initial, act, title, family, leaders, rounds, nobodyToInvite, arranging } = props
  const isNew = act === 'arrange'
  // What only arranging asks may be left out, so that one schema serves both; the action of a move takes its own part.
  const { field, summary, pending, problems, formProps } = useGovukForm(arrangeForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
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
        {arranging && arranging.siblings.length > 0 && (
          <Checkboxes
            field={field('siblings')}
            legend="Met together with (optional)"
            hint="One appointment and one letter; each has a meeting of their own, which counts for each"
            options={arranging.siblings}
          />
        )}
        {arranging && (
          <Details
            summary="Who else comes, papers to read, interpreter and access (optional)"
            open={problems.length > 0}
          >
            <WhoElseFields field={field} givenName={arranging.givenName} staff={arranging.staff} />
            <ToKnowFields field={field} />
          </Details>
        )}
        {arranging && family.length > 0 && (
          <Checkbox
            field={field('inviteNow')}
            label="Invite them now"
            hint="By email where there is an address, by a letter you print where there is none"
          />
        )}
      </section>
      <SubmitButton pending={pending}>{isNew ? 'Arrange the meeting' : 'Save the changes'}</SubmitButton>
    </form>
  )
}
