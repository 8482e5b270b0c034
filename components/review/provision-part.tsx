import type { ReactNode } from 'react'
import type { Field } from '@/components/govuk/field'
import { Radios, TextArea, TextInput } from '@/components/govuk/fields'
import { Details } from '@/components/look/details'
import { provisionLine } from '@/components/pupil/provision-line'
import type { PlanProvision } from '@/lib/provision/rules'
import { GIVEN_BY, PROVISION_DECISIONS, QUALITIES, TRAINED, WORKS } from '@/lib/review/decision.rules'
import { Part } from './part'
import { LINES } from '@/lib/review/schema'
import {
  givenByWords,
  provisionDecisionWords,
  qualityWords,
  trainedWords,
  worksWords,
} from '@/lib/review/words'

export type ProvisionToWeigh = PlanProvision & {
  /** What was last seen while it was given, beside the question how the pupil reacts. */
  seen: readonly string[]
  /** Whether it was given as planned: how often, by whom, and why not. */
  evidence?: ReactNode
}

type Props = {
  field: (name: `provisions.${string}`) => Field
  provision: ProvisionToWeigh
  place: number
  givenName: string
}

const givers = GIVEN_BY.map((value) => ({ value, label: givenByWords[value] }))
const trainings = TRAINED.map((value) => ({ value, label: trainedWords[value] }))
const differences = WORKS.map((value) => ({ value, label: worksWords[value] }))
const qualities = QUALITIES.map((value) => ({ value, label: qualityWords[value] }))
const decisions = PROVISION_DECISIONS.map((value) => ({ value, label: provisionDecisionWords[value] }))

function Seen({ seen }: { seen: readonly string[] }): ReactNode {
  if (seen.length === 0) return null
  return (
    <Details summary="What was last seen" small>
      <ul>
        {seen.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Details>
  )
}

/** One provision of a review: given as planned, what it did, and continue, adjust or stop (P62, P65 to P68). */
export function ProvisionPart({ field, provision, place, givenName }: Props) {
  const of = (part: string) => field(`provisions.${provision.id}.${part}`)
  return (
    <Part
      id={`provision-${provision.id}`}
      heading={`Support ${place + 1}: ${provision.what}`}
      name={`support ${place + 1}`}
      evidence={
        <>
          <p>{provisionLine(provision)}</p>
          {provision.evidence}
          <Seen seen={provision.seen} />
        </>
      }
    >
      <Radios
        field={of('works')}
        legend="Does it make a difference?"
        hint="How much, beside what the outcomes show"
        options={differences}
        inline
      />
      <Radios
        field={of('givenBy')}
        legend="Who gave it?"
        hint={provision.deliverer ? `The plan names ${provision.deliverer}` : 'The plan names nobody'}
        options={givers}
      />
      <TextInput field={of('givenByNote')} label="If somebody else: who, and why?" />
      <Radios field={of('trained')} legend="Were they trained for it?" options={trainings} inline />
      <Radios field={of('quality')} legend="How well was it given?" options={qualities} inline />
      <TextArea
        field={of('reaction')}
        label={`How does ${givenName} take to it?`}
        hint="Keen or tired, calmer or more upset: in behaviour too"
        limit={LINES}
        rows={2}
      />
      <Radios field={of('decision')} legend={`What becomes of support ${place + 1}?`} options={decisions} />
      <TextArea field={of('reason')} label={`Why, for support ${place + 1}?`} limit={LINES} rows={2} />
    </Part>
  )
}
