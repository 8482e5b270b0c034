import { type IsoDate, longDate, weekdayDate } from '@/lib/calendar/iso-date'
import type { Answer } from '@/lib/invitation/rules'
import { answersWords } from '@/lib/invitation/words'
import { listed, whenAndWhere } from '@/lib/parent-meeting/line.words'
import type { ListedMeeting } from '@/lib/parent-meeting/list.rules'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { MeetingStatusTag } from './meeting-facts'

type Props = {
  caption: string
  meetings: readonly ListedMeeting[]
  /** What the parents of those to come have said so far. */
  answers?: ReadonlyMap<string, readonly (Answer | null)[]>
  base: string
  today: IsoDate
}

/** Meetings in a table on a desk, as cards on a phone; the roles are written out so that it stays a table. */
export function MeetingTable({ caption, meetings, answers, base, today }: Props) {
  return (
    <table className="register" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Pupil', 'When', 'With', 'What for', 'Status'].map((head) => (
            <th scope="col" role="columnheader" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {meetings.map((meeting) => (
          <tr role="row" key={meeting.id}>
            <th scope="row" role="rowheader">
              <a href={`${base}/pupils/${meeting.pupilId}/parent-meetings/${meeting.id}`}>
                {meeting.pupilName}
              </a>
              <small>{meeting.className}</small>
            </th>
            <td role="cell" className="full">
              {meeting.on === today ? (
                <b>Today</b>
              ) : meeting.on > today ? (
                weekdayDate(meeting.on)
              ) : (
                longDate(meeting.on)
              )}
              <small>{whenAndWhere(meeting)}</small>
            </td>
            <td role="cell" data-l="With">
              {listed(meeting.parents) || <span className="soft">No parent named</span>}
              <small>{meeting.leader ? `led by ${meeting.leader}` : 'nobody leads yet'}</small>
            </td>
            <td role="cell" data-l="What for">
              {purposeWords[meeting.purpose]}
            </td>
            <td role="cell" data-l="Status">
              <MeetingStatusTag status={meeting.status} />
              {answers && <small>{answersWords(answers.get(meeting.id) ?? [])}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
