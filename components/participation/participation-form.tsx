'use client'

import { ErrorSummary } from '@/components/govuk/error-summary'
import { DateInput, Hidden, Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { SubmitButton } from '@/components/govuk/submit-button'
import { useGovukForm } from '@/components/govuk/use-govuk-form'
import { DocumentTitle } from '@/components/look/document-title'
import { ACTIVITIES, JOINED } from '@/lib/participation/rules'
import { LINES, participationForm } from '@/lib/participation/schema'
import { activityWords, joinedWords } from '@/lib/participation/words'
import { type FormAction, type FormValues, valueOf } from '@/lib/platform/form-state'

type Props = { action: FormAction; initial: FormValues; title: string; givenName: string }

/** How a pupil joined in, or what was missed (6.2, P57). */
export function ParticipationForm({ action, initial, title, givenName }: Props) {
  const { field, summary, pending, problems, formProps } = useGovukForm(participationForm, action, initial)
  return (
    <form {...formProps}>
      <DocumentTitle problems={problems}>{title}</DocumentTitle>
      <ErrorSummary key={summary.key} problems={summary.problems} />
      <Hidden name="formKey" value={valueOf(initial, 'formKey')} />
      <DateInput field={field('happenedOn')} legend="Which day is it about?" />
      <Radios
        field={field('activity')}
        legend="What was it?"
        options={ACTIVITIES.map((activity) => ({ value: activity, label: activityWords[activity] }))}
      />
      <TextInput
        field={field('what')}
        label="Which one?"
        hint="For example art, choir, the visit to the farm"
      />
      <Radios
        field={field('joined')}
        legend={`How did ${givenName} take part?`}
        options={JOINED.map((joined) => ({ value: joined, label: joinedWords[joined] }))}
      />
      <TextInput
        field={field('minutes')}
        label="Minutes missed"
        hint="You can leave it empty"
        width={4}
        inputMode="numeric"
      />
      <TextArea
        field={field('why')}
        label="Why was it missed?"
        hint="For example: the reading group is at that time"
        limit={LINES}
        rows={2}
      />
      <TextArea
        field={field('changed')}
        label="What was changed so that they could join in?"
        hint="For example: a quieter table, a later bus, the rules on a card"
        limit={LINES}
        rows={2}
      />
      <SubmitButton pending={pending}>Write it down</SubmitButton>
    </form>
  )
}
