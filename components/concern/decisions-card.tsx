import { longDate } from '@/lib/calendar/iso-date'
import { leavesOpen } from '@/lib/concern/decision.rules'
import type { DecisionLine } from '@/lib/concern/line.rules'
import { concernReasonWords, decisionWords } from '@/lib/concern/words'
import { Card } from '@/components/look/card'
import { ToneTag } from '@/components/look/state-tag'
import { TalkList } from './talk-list'

type Props = {
  decisions: readonly DecisionLine[]
  /** The address of the concern. */
  base: string
  givenName: string
  mayTalkOver: boolean
}

function Decision({ line, base, givenName, mayTalkOver }: Omit<Props, 'decisions'> & { line: DecisionLine }) {
  const on = longDate(line.decidedOn)
  return (
    <li>
      <p>
        <ToneTag tone="none">{decisionWords[line.decision]}</ToneTag>{' '}
        <span className="soft small">
          {on}, {line.decidedBy}
        </span>
      </p>
      {line.reasons.length > 0 && (
        <ul className="small">
          {line.reasons.map((reason) => (
            <li key={reason}>{concernReasonWords[reason]}</li>
          ))}
        </ul>
      )}
      <p className="pre">{line.words}</p>
      {line.comparison && (
        <p className="small pre">
          <b>Beside the school’s own assessment:</b> {line.comparison}
        </p>
      )}
      {line.noStrategiesBecause && (
        <p className="small">
          <b>No strategy was tried first, because:</b> {line.noStrategiesBecause}
        </p>
      )}
      {line.lookAgainOn && leavesOpen(line.decision) && (
        <p className="small">To be looked at again on {longDate(line.lookAgainOn)}.</p>
      )}
      <TalkList talks={line.talks} givenName={givenName} />
      {mayTalkOver && (
        <p className="small">
          <a href={`${base}/talks/${line.id}`}>
            Record that it was talked over
            <span className="govuk-visually-hidden">: the decision of {on}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** Every decision on a concern, the latest first; none is ever overwritten (P03), and each is talked over (P04). */
export function DecisionsCard({ decisions, ...rest }: Props) {
  return (
    <Card heading="What was decided" id="decisions">
      {decisions.length === 0 ? (
        <p>Nothing yet.</p>
      ) : (
        <ol className="lines">
          {decisions.map((line) => (
            <Decision key={line.id} line={line} {...rest} />
          ))}
        </ol>
      )}
    </Card>
  )
}
