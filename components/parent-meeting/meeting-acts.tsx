import type { IsoDate } from '@/lib/calendar/iso-date'
import type { MeetingLine } from '@/lib/parent-meeting/line.rules'

type Props = { meeting: MeetingLine; today: IsoDate; here: string }

/** What can be done about a meeting now: the likely act first. */
export function MeetingActs({ meeting, today, here }: Props) {
  if (meeting.status === 'held')
    return (
      <p className="noprint">
        {meeting.signed ? (
          <a href={`${here}/amend`}>Amend the record</a>
        ) : (
          <a className="govuk-button govuk-button--secondary" href={`${here}/record`}>
            {meeting.hasRecord ? 'Change the record' : 'Write the record'}
          </a>
        )}
      </p>
    )
  if (meeting.status !== 'booked')
    return (
      <p className="noprint">
        <a href={`${here}/../arrange`}>Arrange another meeting</a> or{' '}
        <a href={`${here}/record`}>say that it was held after all</a>
      </p>
    )
  const isToCome = meeting.on > today
  return (
    <div className="govuk-button-group noprint">
      <a
        className={isToCome ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
        href={`${here}/record`}
      >
        Record as held
      </a>
      <a className="govuk-button govuk-button--secondary" href={`${here}/move`}>
        Move or change
      </a>
      <a href={`${here}/not-held`}>{isToCome ? 'Cancel it' : 'Nobody came, or it was cancelled'}</a>
    </div>
  )
}
