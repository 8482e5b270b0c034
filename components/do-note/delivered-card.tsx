import { Card } from '@/components/look/card'
import { Icon } from '@/components/look/icon'
import type { DeliveredProvision } from '@/lib/do-note/delivered.rules'
import { deliveryFlagWords, givenWords, missedWords, othersWords } from '@/lib/do-note/delivered.words'

/** One provision: planned against delivered, why not, who else, and what is asked about it (R12, R13; P67). */
export function DeliveredLine({ provision }: { provision: DeliveredProvision }) {
  const { what, deliverer, soFar, flags } = provision
  const more = [missedWords(soFar), othersWords(soFar)].filter(Boolean)
  return (
    <>
      <p>
        <b>{what}</b>
        {deliverer && `, with ${deliverer}`}. {givenWords(soFar)}.
      </p>
      {more.map((words) => (
        <p className="small" key={words}>
          {words}.
        </p>
      ))}
      {flags.map((flag) => (
        <p className="small word risk" key={flag.ruleId}>
          <Icon name="risk" /> {deliveryFlagWords(flag)}.
        </p>
      ))}
    </>
  )
}

type Props = {
  provisions: readonly DeliveredProvision[]
  heading?: string
  /** The pupil's address, where days away are written down. */
  base?: string
}

/** Was it given as planned: every provision with its sessions, minutes and reasons to date (6.52, P55, P67). */
export function DeliveredCard({ provisions, heading = 'Planned and given', base }: Props) {
  if (provisions.length === 0) return null
  return (
    <Card heading={heading}>
      <ul className="lines">
        {provisions.map((provision) => (
          <li key={provision.id}>
            <DeliveredLine provision={provision} />
          </li>
        ))}
      </ul>
      <p className="small soft">
        Counted in school days: closed days, half terms and days away plan nothing.
        {base && (
          <>
            {' '}
            <a href={`${base}/absences`}>Days away</a>
          </>
        )}
      </p>
    </Card>
  )
}
