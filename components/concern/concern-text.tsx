import type { ConcernLine } from '@/lib/concern/line.rules'
import { decisionWords, signWords, waitWords } from '@/lib/concern/words'
import { ToneTag, ToneWord } from '@/components/look/state-tag'

/** What was raised, the signs staff saw, and what was decided or how long it waits. */
export function ConcernText({ concern }: { concern: ConcernLine }) {
  const { wait, decision } = concern
  return (
    <>
      <p className="pre">{concern.raisedBy === 'staff' ? concern.words : `“${concern.words}”`}</p>
      {concern.signs.length > 0 && (
        <ul className="small">
          {concern.signs.map((sign) => (
            <li key={sign}>{signWords[sign]}</li>
          ))}
        </ul>
      )}
      {decision ? (
        <>
          <p>
            <ToneTag tone="none">{decisionWords[decision]}</ToneTag>{' '}
            <span className="small soft">
              {waitWords(wait)}, {concern.decidedBy}
            </span>
          </p>
          <p className="small pre">{concern.answer}</p>
        </>
      ) : (
        <p>{wait.isLate ? <ToneWord tone="risk">{waitWords(wait)}</ToneWord> : waitWords(wait)}</p>
      )}
    </>
  )
}
