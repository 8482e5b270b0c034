'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { formatOptions, type Option } from '@/components/parent-meeting/options'
import { ROUND_PURPOSES, SENCO_JOINS, WHO } from '@/lib/meeting-round/rules'
import { LIMITS, startForm } from '@/lib/meeting-round/schema'
import { sencoJoinsWords, whoWords } from '@/lib/meeting-round/words'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'

type Props = {
  action: FormAction
  initial: FormValues
  title: string
  counts: { behind: number; needing: number; all: number }
  classes: readonly Option[]
  years: readonly Option[]
}

const pupils = (count: number) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`

const purposes = ROUND_PURPOSES.map((value) => ({ value, label: purposeWords[value] }))
const joins = SENCO_JOINS.map((value) => ({ value, label: sencoJoinsWords[value] }))

/** Starts a round of meetings: whom to meet, in which days, when staff are there, and where. */
export function StartForm({ action, initial, title, counts, classes, years }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(startForm, action, initial)
  const hints = { ...counts, class: null, year: null }
  const who = WHO.map((value) => {
    const count = hints[value]
    return { value, label: count === null ? whoWords[value] : `${whoWords[value]}, ${pupils(count)}` }
  })
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <section className="card">
        <h2>Whom to meet</h2>
        <TextInput field={field('name')} label="Name of the round" hint="Like Spring round 2027" />
        <Radios
          field={field('who')}
          legend="Which pupils?"
          hint="Pupils with a meeting booked in these days are left out"
          options={who}
        />
        <div className="pair">
          <Select field={field('className')} label="Class, if one class" options={classes} empty="Choose" />
          <Select field={field('yearGroup')} label="Year, if one year group" options={years} empty="Choose" />
        </div>
      </section>
      <section className="card">
        <h2>When</h2>
        <DateInput
          field={field('firstOn')}
          legend="First day"
          hint="Only school days of your calendar are used"
        />
        <DateInput field={field('lastOn')} legend="Last day" />
        <div className="pair">
          <TextInput
            field={field('from')}
            label="Meetings can begin at"
            hint="For everyone to begin with. You can change it for each person and day"
            width={10}
            autoComplete="off"
          />
          <TextInput
            field={field('until')}
            label="And must end by"
            hint="Like 6pm"
            width={10}
            autoComplete="off"
          />
        </div>
        <TextInput
          field={field('minutes')}
          label="Minutes for each meeting"
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
      </section>
      <section className="card">
        <h2>How and with whom</h2>
        <Select field={field('purpose')} label="What are the meetings for?" options={purposes} />
        <Radios field={field('format')} legend="How will you meet?" options={formatOptions} inline />
        <Radios
          field={field('senco')}
          legend="Does the SENCO sit in?"
          hint="The teacher responsible for the pupil leads (6.67)"
          options={joins}
        />
        <TextArea
          field={field('rooms')}
          label="Rooms"
          hint="One on each line: the name, the building, the seats. Like: Library, Main building, 6"
          limit={LIMITS.rooms}
          rows={6}
        />
      </section>
      <SubmitButton pending={pending}>Start the round</SubmitButton>
    </form>
  )
}
