import { Card } from '@/components/look/card'
import { timeOfDay } from '@/lib/calendar/iso-date'
import { addresses } from '@/lib/flag/addresses.rules'
import type { ListedMeeting } from '@/lib/parent-meeting/list.rules'
import { formatWords } from '@/lib/parent-meeting/words'
import { inSchool } from './address'

const listed = (names: readonly string[]) =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

function meetingLine({ place, leader, format, parents, status }: ListedMeeting): string {
  const how = [place ?? null, leader && `with ${leader}`, format === 'in-person' ? null : formatWords[format]]
  const whoComes = parents.length > 0 ? `${listed(parents)} ${status === 'held' ? 'came' : 'invited'}` : null
  const line = [how.filter(Boolean).join(', '), whoComes, status === 'held' ? 'held' : null]
    .filter(Boolean)
    .join('. ')
  return line === '' ? formatWords[format] : line
}

/** Today's parent meetings: when, about whom, where and who comes. */
export function MeetingsCard({
  schoolSlug,
  meetings,
}: {
  schoolSlug: string
  meetings: readonly ListedMeeting[]
}) {
  return (
    <Card heading="Today’s meetings" now>
      {meetings.map((meeting) => (
        <p key={meeting.id}>
          {meeting.at && <b className="num">{timeOfDay(meeting.at)}</b>}{' '}
          <a href={inSchool(schoolSlug, addresses.meeting(meeting.pupilId, meeting.id))}>
            {meeting.pupilName}
          </a>
          {meeting.className && `, ${meeting.className}`}
          <br />
          <span className="soft small">{meetingLine(meeting)}</span>
        </p>
      ))}
    </Card>
  )
}
