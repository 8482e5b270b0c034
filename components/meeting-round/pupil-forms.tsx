'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { Checkbox, Checkboxes, Select, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import type { Option } from '@/components/parent-meeting/options'
import { needsForm, placeForm } from '@/lib/meeting-round/schema'
import { TIMES_OF_DAY } from '@/lib/meeting-round/timetable.rules'
import { timeOfDayWords } from '@/lib/meeting-round/words'
import type { FormAction, FormValues } from '@/lib/platform/form-state'

type PlaceProps = {
  action: FormAction
  initial: FormValues
  title: string
  days: readonly Option[]
  leaders: readonly Option[]
  rooms: readonly Option[]
}

/** Puts one meeting of a round somewhere by hand. */
export function PlaceForm({ action, initial, title, days, leaders, rooms }: PlaceProps) {
  const { field, summary, pending, problems, formProps } = useGovukForm(placeForm, action, initial)
  return (
    <form {...formProps} className="card">
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h2>Where it is</h2>
      <Select field={field('day')} label="Day" options={days} empty="Choose" />
      <TextInput field={field('at')} label="Time" hint="Like 3:30pm" width={10} autoComplete="off" />
      <Select field={field('placedLeadId')} label="Led by" options={leaders} empty="Choose" />
      {rooms.length > 0 && <Select field={field('roomId')} label="Room" options={rooms} empty="Choose" />}
      <Checkbox field={field('stays')} label="Keep it there when a timetable is proposed again" />
      <SubmitButton pending={pending}>Put it there</SubmitButton>
    </form>
  )
}

type NeedsProps = { action: FormAction; initial: FormValues; leaders: readonly Option[] }

const times = TIMES_OF_DAY.map((value) => ({ value, label: timeOfDayWords[value] }))

/** What one pupil's meeting needs: who leads, who sits in, and what suits the family. */
export function NeedsForm({ action, initial, leaders }: NeedsProps) {
  const { field, summary, pending, formProps } = useGovukForm(needsForm, action, initial)
  return (
    <form {...formProps} className="card">
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <h2>What it needs</h2>
      <Select
        field={field('leadId')}
        label="Who leads"
        hint="A teacher who knows the pupil well (6.67)"
        options={leaders}
        empty="Nobody yet"
      />
      <Select
        field={field('alsoThereId')}
        label="Who sits in (optional)"
        options={leaders}
        empty="Nobody else"
      />
      <Checkboxes
        field={field('prefers')}
        legend="When does it suit the family? (optional)"
        hint="Nothing ticked: any time"
        options={times}
      />
      <SubmitButton pending={pending} secondary>
        Save what it needs
      </SubmitButton>
    </form>
  )
}
