import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { PointList } from '@/components/parent-point/point-list'
import { longDate } from '@/lib/calendar/iso-date'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import type { Sheet, Step } from '@/lib/preparation/rules'
import { stepWords } from '@/lib/preparation/words'
import { EarlierPart, LastTimePart, NotesPart, OutcomesPart, PupilPart } from './sheet-parts'

type Props = {
  sheet: Sheet
  givenName: string
  questions: readonly { id: string; what: string; owner: string; dueOn: Parameters<typeof longDate>[0] }[]
  invited: readonly InvitedLine[]
  /** The meeting's own page; nothing is offered where there is nothing left to prepare. */
  here: string | null
  mayPrepare: boolean
}

/** What a teacher needs to have read before the meeting: parents, pupil, outcomes, the last time, what is open. */
export function PackView({ sheet, givenName, questions, invited, here, mayPrepare }: Props) {
  return (
    <>
      <Card heading="What the parents bring">
        {sheet.points.length === 0 ? <p>Nothing yet.</p> : <PointList points={sheet.points} />}
        {here && mayPrepare && invited.length > 0 && (
          <ul className="noprint">
            {invited.map(({ contactId, name }) => (
              <li key={contactId}>
                <a href={`${here}/points/${contactId}`}>Type in what {name} told you</a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <EarlierPart earlier={sheet.earlier} />
      <Card heading={`What ${givenName} wants said`}>
        {sheet.views.length === 0 && <p>Nothing yet.</p>}
        <PupilPart views={sheet.views} givenName={givenName} />
        {here && (
          <p className="noprint">
            <a href={`${here}/pupil-views`}>Write down what {givenName} says</a>
          </p>
        )}
      </Card>
      <OutcomesPart outcomes={sheet.outcomes} heading="Outcomes" />
      <LastTimePart last={sheet.last} heading="What was agreed the last time" />
      <NotesPart notes={sheet.notes} heading="Notes that were shared with the parents" />
      {questions.length > 0 && (
        <Card heading="Still open">
          <ul>
            {questions.map(({ id, what, owner, dueOn }) => (
              <li key={id}>
                {what}{' '}
                <span className="soft small">
                  {owner}, by {longDate(dueOn)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** What is still to do before the meeting; none of it stops the meeting. */
export function StepsCard({ steps }: { steps: readonly Step[] }) {
  return (
    <Card heading="Before the meeting">
      {steps.length === 0 ? (
        <p>
          <ToneWord tone="met">Everything is there</ToneWord>
        </p>
      ) : (
        <ul className="plain">
          {steps.map((step) => (
            <li key={step}>
              <ToneWord tone="risk">{stepWords[step]}</ToneWord>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
