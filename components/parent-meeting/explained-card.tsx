import { Card } from '@/components/look/card'
import { Icon, type IconName } from '@/components/look/icon'
import { Meter } from '@/components/look/meter'
import { StateTag } from '@/components/look/state-tag'
import { offersWords } from '@/lib/invitation/words'
import type { ExplainedMark, ExplainedMeter } from '@/lib/parent-meeting/explain.words'
import type { PupilMeetings } from '@/lib/parent-meeting/line.rules'
import { SpreadNotes } from './spread-notes'

const SHAPES: Record<ExplainedMark['kind'], IconName> = {
  held: 'held',
  booked: 'booked',
  open: 'open',
  'not-needed': 'none',
}

type Props = {
  meetings: Pick<PupilMeetings, 'standing' | 'sentence' | 'offers' | 'spread'>
  explained: ExplainedMeter
  /** Where each meeting is read, without its id. */
  href: string
}

/** The meter in sentences: each mark, and what must happen by when (6.65, R21). */
export function ExplainedCard({ meetings, explained, href }: Props) {
  const { standing, sentence, offers, spread } = meetings
  return (
    <Card className="count" heading="The marks">
      <p>
        <Meter {...standing} large />
      </p>
      <p>
        <StateTag state={standing.state} /> {sentence}
      </p>
      <ol>
        {explained.marks.map(({ kind, sentence: says, meetingId }) => (
          <li key={says}>
            <Icon name={SHAPES[kind]} className={kind === 'not-needed' ? 'spot icon' : 'spot'} />
            <p>
              {says}
              {meetingId && (
                <>
                  {' '}
                  <a href={`${href}/${meetingId}`}>See this meeting</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <h3>What must happen</h3>
      <p>{explained.next}</p>
      {offers && offers.offered > 0 && <p>{offersWords(offers)}.</p>}
      <SpreadNotes spread={spread} />
    </Card>
  )
}

/** What does not count, and why. */
export function NotCountedCard({ explained, href }: Pick<Props, 'explained' | 'href'>) {
  return (
    <Card heading="What does not count, and why">
      {explained.notCounted.length === 0 ? (
        <p>Every meeting that was held counts.</p>
      ) : (
        <ul className="lines">
          {explained.notCounted.map(({ meetingId, sentence }) => (
            <li key={meetingId}>
              <p>{sentence}</p>
              <p className="small">
                <a href={`${href}/${meetingId}`}>See this meeting</a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
