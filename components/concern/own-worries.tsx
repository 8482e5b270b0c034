import { Card } from '@/components/look/card'
import { longDate } from '@/lib/calendar/iso-date'
import type { OwnConcern } from '@/lib/concern/family.rules'
import { ownWaitWords } from '@/lib/concern/words'

type Props = { worries: readonly OwnConcern[]; givenName: string; base: string; mayTell: boolean }

/** What a parent told the school, what came of it, and the way to tell it more (P17, P87 to P89). */
export function OwnWorries({ worries, givenName, base, mayTell }: Props) {
  if (worries.length === 0 && !mayTell) return null
  return (
    <Card heading={worries.length > 0 ? 'What you told us' : 'Is something worrying you?'} id="worries">
      {worries.length === 0 && (
        <p>
          You know {givenName} best. Write it down here and the school answers, or ring the office and ask for
          the teacher or the SENCO.
        </p>
      )}
      {worries.length > 0 && (
        <ul className="lines">
          {worries.map(({ id, raisedOn, words, answer, answeredOn, wait, asksToTalk }) => (
            <li key={id}>
              <p className="small soft">
                {longDate(raisedOn)}
                {asksToTalk && '. You asked to talk about it'}
              </p>
              <p className="pre">“{words}”</p>
              <p>
                <b>{ownWaitWords(wait, answeredOn)}</b>
              </p>
              {answer && <p className="pre">{answer}</p>}
            </li>
          ))}
        </ul>
      )}
      {mayTell && (
        <p className="last">
          <a className="govuk-button govuk-button--secondary" href={`${base}/worries/add`}>
            {worries.length > 0 ? 'Tell the school something else' : 'Tell the school about a worry'}
          </a>
        </p>
      )}
    </Card>
  )
}
