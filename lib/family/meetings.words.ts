import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { FamilyMeeting } from './rules'

const NUMBERS = ['none', 'one', 'two', 'three']
const numberOf = (n: number) => NUMBERS[n] ?? String(n)

/** Where the meetings of the year stand, without blame and without hiding what was not done (6.65; look.md). */
export function meetingsSentence({
  state,
  required,
  expectedByNow,
  booked,
  nextDue,
}: ParentMeetingStanding): string {
  switch (state) {
    case 'met':
      return 'All three have been held this school year. You can ask for more.'
    case 'part-year-met':
      return `Fewer are expected this year, because the support was not for all of it: ${numberOf(required)}, and that has been done.`
    case 'on-track':
      return nextDue === null || booked > 0 ? '' : `The next should be by ${dayAndMonth(nextDue)}.`
    case 'at-risk':
      return `By now there should have been ${numberOf(expectedByNow)}. The school sees this too.`
    case 'not-met':
      return 'This year there were fewer than there should have been. You can ask the school why, and for a meeting now.'
    case 'not-applicable':
    case 'not-in-scope':
      return ''
    default:
      return state satisfies never
  }
}

/** What stands under a meeting's date. */
export function meetingNote({ status, counts, isMine, mayRead }: FamilyMeeting, isPast: boolean): string {
  if (status === 'booked')
    return isPast ? 'Booked; the school has not yet written down how it went' : 'Booked'
  if (!counts) return 'A talk besides the three'
  return isMine && !mayRead ? 'What was agreed will be here once the school has written it down' : ''
}
