import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import type { MeetingLine, PupilMeetings } from '@/lib/parent-meeting/line.rules'
import { howItWas, whoAndWhatFor, whyNot, wouldNotCount } from '@/lib/parent-meeting/line.words'
import { offersWords } from '@/lib/invitation/words'
import type { ParentMeetingStanding, StandingState } from '@/lib/parent-meeting/rules'
import { meetingsHeldWords, stateWords, timesWords } from '@/lib/parent-meeting/words'
import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { Icon } from '@/components/look/icon'
import { Meter } from '@/components/look/meter'
import { SpreadNotes } from './spread-notes'
import { StateTag } from '@/components/look/state-tag'

/** The meeting a page is about, and what recording it as held would make of the year. */
export type ThisMeeting = {
  id: string
  /** What stands before the figures: "Signing this". */
  act: string
  ifHeld: { held: number; state: StandingState } | null
}

type Props = {
  meetings: PupilMeetings
  thisMeeting?: ThisMeeting | null
  /** Where each meeting is read, without its id; nothing where there is no such page for this person. */
  href?: string
  /** For families: no state, no paragraph, nothing about what staff owe. */
  forFamily?: boolean
  now?: boolean
  heading?: string
}

/**
 * "Does it count?": this year's meetings, those that count and those that do not with the reason, and the rule
 * itself (6.65, R21). On the meeting's page, on the pupil's and, in plainer words, on the family's.
 */
export function RecordPanel({ meetings, thisMeeting, href, forFamily = false, now = false, heading }: Props) {
  const { standing, sentence } = meetings
  const lines = meetings.meetings.filter(({ id }) => id !== thisMeeting?.id)
  const mine = meetings.meetings.find(({ id }) => id === thisMeeting?.id)
  const counted = lines.filter(({ counts }) => counts)
  const booked = lines.filter(({ status }) => status === 'booked')
  const others = lines.filter(({ counts, status }) => !counts && status !== 'booked')
  return (
    <Card
      className="count"
      now={now}
      heading={heading ?? (forFamily ? 'Meetings this school year' : 'Does it count?')}
    >
      <p>
        <Meter {...standing} large />
      </p>
      {!forFamily && (
        <p>
          <StateTag state={standing.state} /> {sentence}
        </p>
      )}
      {meetings.offers && meetings.offers.offered > 0 && !forFamily && <p>{offersWords(meetings.offers)}.</p>}
      {thisMeeting && mine && <IfHeld thisMeeting={thisMeeting} mine={mine} standing={standing} />}
      {counted.length + booked.length + (mine ? 1 : 0) > 0 && (
        <ol>
          {[...counted, ...booked, ...(mine ? [mine] : [])].sort(byDay).map((line) => (
            <Line key={line.id} line={line} href={href} isThis={line.id === thisMeeting?.id} />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <>
          <h3>{forFamily ? 'Other dates' : 'Did not count'}</h3>
          <ol>
            {others.map((line) => (
              <Line key={line.id} line={line} href={href} isThis={false} />
            ))}
          </ol>
        </>
      )}
      {!forFamily && <SpreadNotes spread={meetings.spread} />}
      {href && !thisMeeting && (
        <p>
          <a href={href}>How these meetings are counted</a>
        </p>
      )}
      <Rule meetings={meetings} forFamily={forFamily} />
    </Card>
  )
}

const byDay = (a: MeetingLine, b: MeetingLine) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1)

type LineProps = { line: MeetingLine; href: string | undefined; isThis: boolean }

function Line({ line, href, isThis }: LineProps) {
  const isBooked = line.status === 'booked'
  const date = longDate(line.on)
  return (
    <li>
      <Icon
        name={line.counts ? 'held' : isBooked ? 'booked' : 'none'}
        className={line.counts || isBooked ? 'spot' : 'spot icon'}
      />
      <p>
        {href && !isThis ? <a href={`${href}/${line.id}`}>{date}</a> : <b>{date}</b>}, {howItWas(line)}
        <br />
        <span className="small soft">
          {isThis && 'This one. '}
          {line.counts || isBooked
            ? [whoAndWhatFor(line), wouldNotCount(line)].filter(Boolean).join('. ')
            : whyNot(line)}
        </span>
      </p>
    </li>
  )
}

type IfHeldProps = { thisMeeting: ThisMeeting; mine: MeetingLine; standing: ParentMeetingStanding }

function IfHeld({ thisMeeting: { act, ifHeld }, mine, standing }: IfHeldProps) {
  if (mine.counts) return <p>This one counts.</p>
  if (mine.status === 'held') return <p>This one does not count: {whyNot(mine)}.</p>
  if (!ifHeld) return null
  if (ifHeld.held === standing.held)
    return (
      <p>
        {act} leaves it at <b>{meetingsHeldWords(standing)}</b>
        {wouldNotCount(mine) && `: ${wouldNotCount(mine) ?? ''}`}.
      </p>
    )
  return (
    <p>
      {act} makes it <b>{meetingsHeldWords(ifHeld)}</b>
      {ifHeld.state !== standing.state && (
        <>
          {' '}
          and <b>{stateWords[ifHeld.state]}</b>
        </>
      )}
      .
    </p>
  )
}

function Rule({
  meetings: { year, phoneCounts, rule, standing },
  forFamily,
}: {
  meetings: PupilMeetings
  forFamily: boolean
}) {
  const phone = phoneCounts
    ? 'A meeting by phone counts.'
    : 'A meeting by phone does not count at this school.'
  return (
    <Details summary={forFamily ? 'How meetings are counted' : `The rule, Code ${rule.paragraph}`} small>
      <p>
        {forFamily
          ? `The school should meet you at least ${timesWords(rule.eachYear)} each year.`
          : `“${rule.words}”`}{' '}
        We count from {dayAndMonth(year.firstDay)} to {dayAndMonth(year.lastDay)}, one a day and one a round,
        when a parent came and a teacher or the SENCO led. {phone}
        {!forFamily && standing.nextDue && ` Next needed by ${longDate(standing.nextDue)}.`}
      </p>
    </Details>
  )
}
