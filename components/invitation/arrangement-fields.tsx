import { Checkbox, Checkboxes, DateInput, TextArea, TextInput } from '@/components/govuk/fields'
import type { Field } from '@/components/govuk/field'
import { LIMITS } from '@/lib/invitation/schema'

type WhoElse = 'staff' | 'others' | 'pupilInvited' | 'noteTaker'
type ToKnow = 'joinBy' | 'papers' | 'papersSentOn' | 'interpreter' | 'accessNeeds'

type Props = {
  field: (name: WhoElse) => Field
  givenName: string
  staff: readonly { value: string; label: string }[]
}

/** Who else will be at a meeting, with their roles (P75, P81). */
export function WhoElseFields({ field, givenName, staff }: Props) {
  return (
    <>
      {staff.length > 0 && <Checkboxes field={field('staff')} legend="From school" options={staff} />}
      <TextArea
        field={field('others')}
        label="Specialists, or someone who supports the parents (optional)"
        hint="One on each line, with their role: Dr Priya Rao, educational psychologist"
        limit={LIMITS.lines * 2}
        rows={3}
      />
      <Checkbox
        field={field('pupilInvited')}
        label={`${givenName} is invited too, for all of it or a part`}
      />
      <TextInput field={field('noteTaker')} label="Who takes notes? (optional)" />
    </>
  )
}

/** What parents need to know first, and what is arranged for them (P77, 6.69). */
export function ToKnowFields({
  field,
  withSentOn = false,
}: {
  field: (name: ToKnow) => Field
  withSentOn?: boolean
}) {
  return (
    <>
      <TextArea
        field={field('joinBy')}
        label="How to take part by video or phone (optional)"
        hint="The link, or who rings whom. It goes into their calendar too"
        limit={LIMITS.lines}
        rows={2}
      />
      <TextArea
        field={field('papers')}
        label="Papers to read first (optional)"
        hint="For example: the plan as it stands"
        limit={LIMITS.lines}
        rows={2}
      />
      {withSentOn && (
        <DateInput field={field('papersSentOn')} legend="When were they sent home? (optional)" />
      )}
      <TextInput
        field={field('interpreter')}
        label="Interpreter arranged (optional)"
        hint="The language, and who it is if you know"
      />
      <TextInput
        field={field('accessNeeds')}
        label="Access arranged (optional)"
        hint="For example: a room on the ground floor"
      />
    </>
  )
}
