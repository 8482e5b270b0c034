import { inBoxes } from '@/components/cycle/initial'
import { Card } from '@/components/look/card'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { FormAction } from '@/lib/platform/form-state'
import { OversightForm } from './question-forms'

type Line = { id: string; provision: string; lookedOn: IsoDate; words: string; by: string }
type Props = {
  lines: readonly Line[]
  /** For those who teach the pupil, while the plan is in force. */
  action: FormAction | null
  formKey: string
  today: IsoDate
  provisions: readonly { id: string; what: string; deliverer: string | null }[]
}

/** What the class teacher saw on looking at what others give: it stays theirs to answer for (6.36, 6.52; P49). */
export function OversightCard({ lines, action, formKey, today, provisions }: Props) {
  if (lines.length === 0 && (!action || provisions.length === 0)) return null
  return (
    <Card heading="The teacher’s eye" id="oversight">
      {lines.length > 0 && (
        <ul className="lines">
          {lines.map(({ id, provision, lookedOn, words, by }) => (
            <li key={id}>
              <p>
                <b>{provision}</b>, {longDate(lookedOn)}
              </p>
              <p className="pre">{words}</p>
              <p className="small soft">{by}, staff only</p>
            </li>
          ))}
        </ul>
      )}
      {action && provisions.length > 0 && (
        <OversightForm
          key={lines.length}
          action={action}
          formKey={formKey}
          initial={{
            ...inBoxes('lookedOn', today),
            provisionId: provisions.length === 1 ? (provisions[0]?.id ?? '') : '',
          }}
          provisions={provisions.map(({ id, what, deliverer }) => ({
            value: id,
            label: deliverer ? `${what}, with ${deliverer}` : what,
          }))}
        />
      )}
    </Card>
  )
}
