import { longDate } from '@/lib/calendar/iso-date'
import type { MeetingLine, MeetingRecordView } from '@/lib/parent-meeting/line.rules'

type Props = { meeting: MeetingLine; record: MeetingRecordView; here: string; mayRecord: boolean }

/** Whether a record is signed off, by whom and as which version, and what can be done about that now (6.71). */
export function SignedOff({ meeting, record, here, mayRecord }: Props) {
  const { signed } = meeting
  if (!signed)
    return (
      <>
        <p className="govuk-inset-text">
          It is not signed off yet
          {meeting.recordDue && `. It should be by ${longDate(meeting.recordDue)} (6.71)`}. Parents cannot
          read it until it is.
        </p>
        {mayRecord && (
          <p className="noprint">
            <a className="govuk-button" href={`${here}/read-back`}>
              Read it back and sign it off
            </a>
          </p>
        )}
      </>
    )
  return (
    <>
      <p className="small soft">
        Signed off by {signed.by} on {longDate(signed.on)}
        {signed.number > 1 && `, version ${signed.number}`}.{' '}
        {record.isShared
          ? 'Parents may read it in the service.'
          : 'Parents cannot read it in the service until they are given a copy.'}
      </p>
      {signed.reason && <p className="pre">Why it was changed: {signed.reason}</p>}
      <p className="noprint">
        <a href={`${here}/versions`}>
          {signed.number > 1 ? `Compare the ${signed.number} versions` : 'Read it as it was signed'}
        </a>
      </p>
    </>
  )
}
