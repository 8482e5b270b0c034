import { BAR_STATES } from '@/components/look/bars'
import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { StateTag } from '@/components/look/state-tag'
import { longDate, plusDays } from '@/lib/calendar/iso-date'
import { pupilsWords } from '@/lib/oversight/words'
import type { WhatIfAnswer } from '@/lib/forecast/what-if.rules'
import { answerWords, groundsWords } from '@/lib/forecast/words'
import { meetingsHeldWords } from '@/lib/parent-meeting/words'

/** What would come of the meetings that are thought of, and who remains below. */
export function AnswerCard({ answer, school }: { answer: WhatIfAnswer; school: string }) {
  const { asked, before, after, remaining } = answer
  const states = BAR_STATES.filter((state) => before[state] + after[state] > 0)
  return (
    <Card heading="What would come of it" id="answer" now>
      <p>
        <b>{answerWords(answer)}</b>
      </p>
      <p>{groundsWords(answer).join(' ')}</p>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">
          Pupils by state on {longDate(plusDays(asked.by, 1))}, without and with these meetings
        </caption>
        <thead>
          <tr>
            <th scope="col">On {longDate(plusDays(asked.by, 1))}</th>
            <th scope="col" className="n">
              Without
            </th>
            <th scope="col" className="n">
              With
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">
                <StateTag state={state} />
              </th>
              <td className="n">{before[state]}</td>
              <td className="n">{after[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {remaining.length > 0 && (
        <Details summary={`${pupilsWords(remaining.length)} below`}>
          <ul className="lines">
            {remaining.map(({ pupil: { line }, standing }) => (
              <li key={line.pupilId}>
                <p>
                  <a href={`${school}/pupils/${line.pupilId}`}>{line.name}</a>
                  {line.className && `, ${line.className}`}: <StateTag state={standing.state} />{' '}
                  {meetingsHeldWords(standing)}
                </p>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}
