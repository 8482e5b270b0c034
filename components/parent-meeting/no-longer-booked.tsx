import type { ParentMeetingStatus } from '@/lib/parent-meeting/counting.rules'
import { meetingStatusWords } from '@/lib/parent-meeting/words'

/** Said where somebody comes to change a booking that is one no more; what they typed stays on the page. */
export function NoLongerBooked({ status }: { status: ParentMeetingStatus }) {
  if (status === 'booked') return null
  return (
    <p className="govuk-inset-text">
      This meeting is no longer booked. It is now: {meetingStatusWords[status].toLowerCase()}.
    </p>
  )
}
