import { Card } from '@/components/look/card'
import { Icon } from '@/components/look/icon'
import { Meter } from '@/components/look/meter'
import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { meetingNote, meetingsSentence } from '@/lib/family/meetings.words'
import type {
  Child,
  FamilyMeeting,
  Help,
  MeetingsOfYear,
  NextMeeting,
  SchoolPerson,
} from '@/lib/family/rules'
import { comingDay, timeAndPlace } from '@/lib/family/words'
import { listed } from '@/lib/parent-meeting/line.words'
import { OwnInvitationPart } from '@/components/invitation/own-invitation'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import { Office } from './help-links'

type NextProps = {
  next: NextMeeting
  invitation: OwnInvitation | null
  today: IsoDate
  help: Help
  base: string
}

/** The next meeting this parent is asked to: when, where, with whom, how long, and what if they cannot come. */
export function NextMeetingCard({ next, invitation, today, help, base }: NextProps) {
  return (
    <Card heading="Your next meeting" now>
      <p className="lead">
        <b>{comingDay(next.on, today)}</b>
        <br />
        {timeAndPlace(next)}
      </p>
      <p>
        About {next.minutes} minutes{next.with.length > 0 && `, with ${listed(next.with)}`}. You may bring
        someone with you.
      </p>
      <p>
        <a className="act" href={`${base}/meetings/${next.id}/notes`}>
          My own notes for it
        </a>
      </p>
      {invitation && <OwnInvitationPart invitation={invitation} base={base} />}
      <p>
        If you cannot come, tell <Office help={help} />, and the school finds another time.
      </p>
    </Card>
  )
}

function MeetingLine({ meeting, today, base }: { meeting: FamilyMeeting; today: IsoDate; base: string }) {
  const { id, on, status, counts, mayRead } = meeting
  const note = meetingNote(meeting, on < today)
  return (
    <li>
      {status === 'held' && !counts ? (
        <Icon name="none" className="spot icon" />
      ) : (
        <Icon name={status} className="spot" />
      )}
      <p>
        {longDate(on)}
        {note && (
          <>
            <br />
            <span className="soft small">{note}</span>
          </>
        )}
        {mayRead && (
          <>
            <br />
            <a className="act" href={`${base}/meetings/${id}`}>
              Read what was agreed<span className="govuk-visually-hidden"> on {dayAndMonth(on)}</span>
            </a>
          </>
        )}
      </p>
    </li>
  )
}

type YearProps = {
  year: MeetingsOfYear
  child: Child
  today: IsoDate
  base: string
  help: Help
  responsible: SchoolPerson | null
}

/** The three marks of the school year with their dates, and that a meeting may be asked for at any time (6.65). */
export function MeetingsCard({ year, child, today, base, help, responsible }: YearProps) {
  const { standing, meetings } = year
  const isAsked = standing.state !== 'not-in-scope'
  if (!isAsked && meetings.length === 0) return null
  const sentence = child.decidesSince ? '' : meetingsSentence(standing)
  return (
    <Card heading="Meetings this school year" className="count">
      {isAsked && (
        <p>
          <Meter held={standing.held} booked={standing.booked} required={standing.required} />
        </p>
      )}
      {meetings.length > 0 ? (
        <ol>
          {meetings.map((meeting) => (
            <MeetingLine key={meeting.id} meeting={meeting} today={today} base={base} />
          ))}
        </ol>
      ) : (
        <p>None yet this school year.</p>
      )}
      {sentence && <p>{sentence}</p>}
      <p>
        {isAsked && 'Schools should meet you at least three times a year. '}You can ask for a meeting at any
        time: tell {responsible && `${responsible.name} or `}
        <Office help={help} />.
      </p>
    </Card>
  )
}
