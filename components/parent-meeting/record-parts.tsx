'use client'

import type { Field } from '@/components/govuk/field'
import { Checkboxes, DateInput, Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { Details } from '@/components/look/details'
import type { HeldForm } from '@/lib/parent-meeting/held.schema'
import { LIMITS } from '@/lib/parent-meeting/schema'
import { ActionRows } from './action-rows'
import { formatOptions, type Option, pupilPartOptions } from './options'

type Name = keyof HeldForm
type FieldOf = (name: Name | `${Name}.${string}`) => Field

/** Whom a record can name. */
export type RecordPeople = {
  givenName: string
  family: readonly Option[]
  leaders: readonly Option[]
  staff: readonly Option[]
  rounds: readonly Option[]
}

/** Who came and for how much of it, who led and who took notes, when and how (6.65 to 6.70, P83). */
export function WhoCame({ field, people }: { field: FieldOf; people: RecordPeople }) {
  const { givenName, family, leaders, staff } = people
  // By name alone: one box says who came, another for how much of it.
  const anyone = [...family, ...staff].map(({ value, label }) => ({
    value,
    label: label.split(', ')[0] ?? label,
  }))
  return (
    <>
      <div className="pair">
        <Checkboxes
          field={field('came')}
          legend="Which parents or carers came?"
          hint={family.length > 0 ? undefined : 'There is nobody who may be listed'}
          options={family}
        />
        <Checkboxes field={field('staff')} legend="Who else came from school? (optional)" options={staff} />
      </div>
      {anyone.length > 0 && (
        <Details summary="Somebody came late or left early">
          <div className="pair">
            <Checkboxes field={field('late')} legend="Who came late?" options={anyone} />
            <Checkboxes field={field('left')} legend="Who left early?" options={anyone} />
          </div>
        </Details>
      )}
      <div className="pair">
        <Radios
          field={field('pupilPart')}
          legend={`What was ${givenName}’s part?`}
          options={pupilPartOptions}
        />
        <Radios field={field('format')} legend="How did you meet?" options={formatOptions} />
      </div>
      <TextInput
        field={field('pupilPartNote')}
        label="If the pupil’s views were not obtained, why?"
        hint={`Up to ${LIMITS.lines} characters`}
      />
      <div className="pair">
        <Select
          field={field('ledById')}
          label="Who led?"
          hint="It counts when a teacher or the SENCO led (6.67)"
          options={leaders}
          empty="Somebody else"
        />
        <TextInput
          field={field('noteTaker')}
          label="Who takes the notes? (optional)"
          hint="Say it at the start, so that everybody knows"
          autoComplete="off"
        />
      </div>
      <div className="pair">
        <DateInput field={field('heldOn')} legend="When was it held?" />
        <TextInput
          field={field('minutes')}
          label="How many minutes? (optional)"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </>
  )
}

type Text =
  | 'outcomesAgreed'
  | 'supportAgreed'
  | 'parentWillDo'
  | 'pupilWillDo'
  | 'schoolWillDo'
  | 'pupilSaid'
  | 'aspirations'
  | 'worries'
  | 'atHome'

/** What was talked about and agreed: 6.65's own list, hopes and worries, home, the pupil's own words, who does what. */
export function WhatWasAgreed({ field, givenName }: { field: FieldOf; givenName: string }) {
  const text = (name: Text, label: string) => (
    <TextArea field={field(name)} label={label} limit={LIMITS.text} rows={3} />
  )
  return (
    <>
      {text('outcomesAgreed', 'Outcomes: how did each one go, and what next?')}
      {text('supportAgreed', 'Activities and support')}
      <h3>Who is responsible for what</h3>
      <div className="trio">
        {text('parentWillDo', 'The parents')}
        {text('pupilWillDo', givenName)}
        {text('schoolWillDo', 'The school')}
      </div>
      {text('aspirations', `What do the parents hope for ${givenName}?`)}
      {text('worries', 'What do the parents worry about most?')}
      {text('atHome', 'How are things at home and outside school?')}
      {text('pupilSaid', `What did ${givenName} say, in their own words?`)}
      <ActionRows field={field} />
    </>
  )
}

/** The next meeting, in words or booked at once while everybody is there (6.65). */
export function NextMeeting({ field }: { field: FieldOf }) {
  return (
    <>
      <TextInput
        field={field('nextMeeting')}
        label="Next meeting"
        hint="A date or a time of year, up to 200 characters"
      />
      <Details summary="Book the next meeting now">
        <p className="govuk-hint">
          With the parents who came, led and held as this one was. Leave it empty to book it later
        </p>
        <div className="pair">
          <DateInput field={field('nextOn')} legend="On which day? (optional)" />
          <TextInput
            field={field('nextAt')}
            label="At what time? (optional)"
            hint="For example, 3:30pm"
            width={10}
            autoComplete="off"
          />
        </div>
      </Details>
    </>
  )
}
