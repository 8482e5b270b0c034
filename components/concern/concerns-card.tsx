import { longDate } from '@/lib/calendar/iso-date'
import type { ConcernLine } from '@/lib/concern/line.rules'
import { writerWords } from '@/lib/concern/words'
import { Card } from '@/components/look/card'
import { ConcernText } from './concern-text'

type Props = { concerns: readonly ConcernLine[]; base: string; mayRaise: boolean; mayAnswer: boolean }

type OneProps = { concern: ConcernLine; base: string; mayAnswer: boolean }

const actWords = ({ decision }: ConcernLine, mayAnswer: boolean) =>
  !mayAnswer ? 'Open this concern' : decision ? 'Open, or decide again' : 'Answer this concern'

function Concern({ concern, base, mayAnswer }: OneProps) {
  const raisedOn = longDate(concern.raisedOn)
  const tried = concern.strategies.length
  return (
    <li>
      <p>
        <b>{concern.from}</b>, {raisedOn}
        {concern.raisedBy !== 'staff' && <span className="soft small">, {writerWords(concern)}</span>}
      </p>
      <ConcernText concern={concern} />
      <p className="small">
        {tried > 0 && `${tried} ${tried === 1 ? 'strategy' : 'strategies'} tried. `}
        <a href={`${base}/concerns/${concern.id}`}>
          {actWords(concern, mayAnswer)}
          <span className="govuk-visually-hidden">
            {' '}
            of {raisedOn} from {concern.from}
          </span>
        </a>
      </p>
    </li>
  )
}

/** What staff, parents and the pupil have raised, how long each waited, and what was decided (6.17 to 6.24, P03, P17). */
export function ConcernsCard({ concerns, base, mayRaise, mayAnswer }: Props) {
  return (
    <Card heading="Concerns" id="concerns">
      {concerns.length === 0 ? (
        <p>None written down.</p>
      ) : (
        <ul className="lines">
          {concerns.map((concern) => (
            <Concern key={concern.id} concern={concern} base={base} mayAnswer={mayAnswer} />
          ))}
        </ul>
      )}
      {mayRaise && (
        <p className="small last">
          <a href={`${base}/concerns/raise`}>Write down a concern</a>
        </p>
      )}
    </Card>
  )
}
