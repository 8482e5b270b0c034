import { Icon, type IconName } from '@/components/look/icon'
import { Meter } from '@/components/look/meter'
import { StateTag } from '@/components/look/state-tag'
import { longDate } from '@/lib/calendar/iso-date'
import { countedMeetings } from '@/lib/parent-meeting/counting.rules'
import { type ExampleLook, exampleInput, type WorkedExample } from '@/lib/parent-meeting/example.rules'
import { explainedStanding } from '@/lib/parent-meeting/rules'
import { formatWords, notCountedWords, numberOf, standingSentence } from '@/lib/parent-meeting/words'
import { daysLate } from '@/lib/review/rules'

/** One look at an example, through the rule itself: nothing here is written by hand but what happened. */
function Look({ example, look }: { example: WorkedExample; look: ExampleLook }) {
  const { standing, reasons } = explainedStanding(exampleInput(example, look))
  const expected =
    standing.required < standing.eachYear
      ? ` ${standing.required === 1 ? 'One is' : `${numberOf(standing.required).replace(/^./, (first) => first.toUpperCase())} are`} expected of this pupil this year.`
      : ''
  return (
    <div className="example-look">
      <p>
        On <b>{longDate(look.today)}</b>
        {look.where && `, ${look.where}`}: <Meter {...standing} /> <StateTag state={standing.state} />
      </p>
      <p className="small">
        {standingSentence(standing, reasons)}.{expected}
      </p>
    </div>
  )
}

/** Each meeting of the example with whether it counts, as the rule says on the day of the last look. */
function Meetings({ example }: { example: WorkedExample }) {
  const looks = example.looks.map((look) => countedMeetings(exampleInput(example, look)))
  const last = looks.at(-1)
  if (!last || last.length === 0) return <p className="small soft">No meetings.</p>
  return (
    <ol>
      {example.meetings.map((meeting, place) => {
        const one = last[place]
        const shape: IconName = one?.counts ? 'held' : meeting.status === 'booked' ? 'booked' : 'none'
        const wasCounted = looks.some((look) => look[place]?.counts)
        return (
          <li key={meeting.id}>
            <Icon name={shape} className={shape === 'none' ? 'spot icon' : 'spot'} />
            <p className="small">
              {longDate(meeting.on)},{' '}
              {meeting.status === 'held'
                ? formatWords[meeting.format]
                : meeting.status === 'booked'
                  ? 'booked'
                  : 'was booked'}
              .{' '}
              <span className="soft">
                {one?.counts ? 'Counts.' : one?.reason ? `${notCountedWords[one.reason]}.` : ''}
                {!one?.counts && wasCounted && ' Elsewhere it counts.'}
              </span>
            </p>
          </li>
        )
      })}
    </ol>
  )
}

/** A worked example: what happened, where the pupil stands, and which part of the rule it shows (8.4). */
export function ExampleCard({ example }: { example: WorkedExample }) {
  const { number, situation, shows, review } = example
  return (
    <section className="card count" aria-labelledby={`example-${number}`}>
      <h3 id={`example-${number}`}>
        {number}. {situation}
      </h3>
      <Meetings example={example} />
      {example.looks.map((look) => (
        <Look key={look.today + (look.where ?? '')} example={example} look={look} />
      ))}
      {review && <p className="small">Reviewed {daysLate(review.due, review.heldOn)} days late, for ever.</p>}
      <p className="soft">{shows}</p>
    </section>
  )
}
