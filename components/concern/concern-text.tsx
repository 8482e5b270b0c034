import type { ConcernLine } from '@/lib/concern/line.rules'
import { decisionWords, signWords, waitingWords, waitWords } from '@/lib/concern/words'
import { ToneTag, ToneWord } from '@/components/look/state-tag'

/** What was raised, the signs staff saw, what was decided last, and what it still waits for. */
export function ConcernText({ concern }: { concern: ConcernLine }) {
  const { wait, decisions, waits } = concern
  const [last] = decisions
  const others = waits.filter(({ step }) => step !== 'answer')
  return (
    <>
      <p className="pre">{concern.raisedBy === 'staff' ? concern.words : `“${concern.words}”`}</p>
      {concern.asksToTalk && <p>Would like to talk about it.</p>}
      {concern.signs.length > 0 && (
        <ul className="small">
          {concern.signs.map((sign) => (
            <li key={sign}>{signWords[sign]}</li>
          ))}
        </ul>
      )}
      {last ? (
        <>
          <p>
            <ToneTag tone="none">{decisionWords[last.decision]}</ToneTag>{' '}
            <span className="small soft">
              {waitWords(wait)}, {last.decidedBy}
            </span>
          </p>
          <p className="small pre">{last.words}</p>
        </>
      ) : (
        <p>{wait.isLate ? <ToneWord tone="risk">{waitWords(wait)}</ToneWord> : waitWords(wait)}</p>
      )}
      {others.length > 0 && (
        <ul className="small plain">
          {others.map((each) => (
            <li key={each.step}>
              {each.isLate ? <ToneWord tone="risk">{waitingWords(each)}</ToneWord> : waitingWords(each)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
