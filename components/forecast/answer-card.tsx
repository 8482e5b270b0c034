import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { StateTag } from '@/components/look/state-tag'
import { longDate, plusDays } from '@/lib/calendar/iso-date'
import { pupilsWords } from '@/lib/oversight/words'
import type { WhatIfAnswer } from '@/lib/forecast/what-if.rules'
import { answerWords, groundsWords } from '@/lib/forecast/words'
import { meetingsHeldWords } from '@/lib/parent-meeting/words'
import { StateTable } from './state-table'

/** What would come of the meetings that are thought of, and who remains below. */
export function AnswerCard({ answer, school }: { answer: WhatIfAnswer; school: string }) {
  const { asked, before, after, remaining } = answer
  return (
    <Card heading="What would come of it" id="answer" now>
      <p>
        <b>{answerWords(answer)}</b>
      </p>
      <p>{groundsWords(answer).join(' ')}</p>
      <p className="small soft">Pupils on {longDate(plusDays(asked.by, 1))}</p>
      <StateTable
        caption="Pupils by state on the day after, without and with these meetings"
        columns={[
          { label: 'Without', counts: before },
          { label: 'With', counts: after },
        ]}
      />
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
