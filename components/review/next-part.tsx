import type { Field } from '@/components/govuk/field'
import { DateInput, Radios, Select, TextArea } from '@/components/govuk/fields'
import { REVIEW_DECISIONS } from '@/lib/review/decision.rules'
import { LONG_TEXT } from '@/lib/review/schema'
import type { Signers } from '@/lib/review/record.rules'
import { Part } from './part'
import { decisionHints, decisionWords } from '@/lib/review/words'

type Named =
  | 'parentsSayNext'
  | 'pupilSaysNext'
  | 'decision'
  | 'decisionReason'
  | 'unchangedReason'
  | 'nextStartsOn'
  | 'nextReviewDue'

type Props = { field: (name: Named) => Field; givenName: string; mayStepDown: boolean }

const decisions = REVIEW_DECISIONS.map((value) => ({
  value,
  label: decisionWords[value],
  hint: decisionHints[value],
}))

/** What happens next: each one's say, the decision with its reason, and the next date (6.54, P61, P62, P64). */
export function NextPart({ field, givenName, mayStepDown }: Props) {
  return (
    <Part id="next" heading="What happens next" name="what happens next">
      <TextArea
        field={field('pupilSaysNext')}
        label={`What does ${givenName} want to happen next?`}
        limit={LONG_TEXT}
        rows={2}
      />
      <TextArea
        field={field('parentsSayNext')}
        label="What do the parents want to happen next?"
        limit={LONG_TEXT}
        rows={2}
      />
      <Radios
        field={field('decision')}
        legend="What was decided?"
        hint={
          mayStepDown
            ? undefined
            : 'Where SEN support is no longer needed, save a draft: the SENCO or the headteacher signs it off'
        }
        options={decisions}
      />
      <TextArea field={field('decisionReason')} label="Why was it decided?" limit={LONG_TEXT} />
      <TextArea
        field={field('unchangedReason')}
        label="If nothing changes although half of it is below expected: why give it more time?"
        limit={LONG_TEXT}
        rows={2}
      />
      <DateInput
        field={field('nextStartsOn')}
        legend="First day of the next cycle"
        hint="Leave this and the next date empty where SEN support is no longer needed"
      />
      <DateInput
        field={field('nextReviewDue')}
        legend="Next review date"
        hint="At most about a term away, and not before the support has had time to settle in"
      />
    </Part>
  )
}

const options = (people: Signers['teachers']) => people.map(({ id, name }) => ({ value: id, label: name }))

/** Both names under a review: the teacher and the SENCO, who make the changes that follow (P63). */
export function SignOffPart({
  field,
  signers: { teachers, sencos },
}: {
  field: (name: 'teacherId' | 'sencoId') => Field
  signers: Signers
}) {
  return (
    <Part id="signed" heading="Signed off by" name="signed off by">
      <Select
        field={field('teacherId')}
        label="Teacher"
        hint="Who makes the changes in class"
        options={options(teachers)}
        empty="Select the teacher"
      />
      <Select field={field('sencoId')} label="SENCO" options={options(sencos)} empty="Select the SENCO" />
    </Part>
  )
}
