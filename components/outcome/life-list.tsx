import { longDate } from '@/lib/calendar/iso-date'
import type { LifeStep, LongTermOutcome } from '@/lib/outcome/long-term.rules'
import { lifeWords, wishWords } from '@/lib/outcome/long-term.words'
import { broadAreaWords } from '@/lib/sen-status/words'

type Props = { outcome: LongTermOutcome; steps: readonly LifeStep[]; givenName: string }

/** A long-term outcome in full: what it says, and every step of its life with its day and reason. */
export function LifeList({ outcome, steps, givenName }: Props) {
  const { willDo, why, wish, broadAreas, targets } = outcome
  return (
    <>
      <p>
        <b>{willDo}</b>
      </p>
      <ul className="plain small">
        {why && <li>Why it matters: {why}</li>}
        {wish && <li>Whose wish: {wishWords(wish, givenName)}</li>}
        {broadAreas.length > 0 && <li>About: {broadAreas.map((area) => broadAreaWords[area]).join('; ')}</li>}
        <li>
          {targets === 0
            ? 'No plan has set a step to it yet'
            : `${targets} ${targets === 1 ? 'step' : 'steps'} to it in plans`}
        </li>
      </ul>
      <h3>Its life</h3>
      <ol className="lines">
        {steps.map(({ id, status, on, reason, by }) => (
          <li key={id}>
            <p>
              <b>{lifeWords[status]}</b> on {longDate(on)}, written down by {by}
            </p>
            {reason && <p className="pre">{reason}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
