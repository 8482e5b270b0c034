import type { Field } from '@/components/govuk/field'
import { DateInput, Radios, Select, TextArea, TextInput } from '@/components/govuk/fields'
import { DELIVERED } from '@/lib/do-note/rules'
import { LONG_TEXT } from '@/lib/do-note/schema'
import { audienceWords, deliveredWords } from '@/lib/do-note/words'

export type Option = { value: string; label: string; hint?: string }

type Name =
  | 'about'
  | 'delivered'
  | 'reason'
  | 'minutes'
  | 'givenBy'
  | 'observation'
  | 'outcomeId'
  | 'measured'
  | 'happenedOn'
  | 'audience'

type Props = {
  field: (name: Name) => Field
  /** Whether one of these has a problem: then what hides it is open. */
  isWrong: (...names: Name[]) => boolean
  about: readonly Option[]
  outcomes: readonly Option[]
  /** What stands in it already is shown open. */
  open?: boolean
}

const delivered = DELIVERED.map((value) => ({ value, label: deliveredWords[value] }))
const audiences = (['staff', 'parents'] as const).map((value) => ({ value, label: audienceWords[value] }))

/** The parts of a Do note, written or put right: two taps and a line, the rest behind its name (6.52). */
export function NoteFields({ field, isWrong, about, outcomes, open = false }: Props) {
  return (
    <>
      <Radios field={field('about')} legend="What is it about?" options={about} />
      <Radios field={field('delivered')} legend="Was it given?" options={delivered} inline />
      <TextInput
        field={field('reason')}
        label="If in part or not: why?"
        hint="For example absent, or the room was taken. Up to 500 characters"
      />
      <TextInput
        field={field('minutes')}
        label="Minutes"
        hint="Leave it empty if it was as long as planned"
        width={4}
        inputMode="numeric"
      />
      <TextArea field={field('observation')} label="What did you see?" limit={LONG_TEXT} rows={2} />
      {outcomes.length > 0 && (
        <details className="govuk-details" open={open || isWrong('outcomeId', 'measured')}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">A measure was taken</span>
          </summary>
          <div className="govuk-details__text">
            <Select field={field('outcomeId')} label="Of which outcome?" options={outcomes} empty="Choose" />
            <TextInput
              field={field('measured')}
              label="What was it?"
              hint="The number, or the words for it. Up to 200 characters"
              width={20}
            />
          </div>
        </details>
      )}
      <details className="govuk-details" open={open || isWrong('givenBy', 'happenedOn', 'audience')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Another day or person, or for the parents too</span>
        </summary>
        <div className="govuk-details__text">
          <DateInput field={field('happenedOn')} legend="Which day is it about?" />
          <TextInput
            field={field('givenBy')}
            label="Who gave it, if it was not the person the plan names?"
            hint="Up to 200 characters"
          />
          <Radios
            field={field('audience')}
            legend="Who may read it?"
            hint="Parents always see how many sessions were given"
            options={audiences}
          />
        </div>
      </details>
    </>
  )
}
