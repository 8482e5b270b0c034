import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'
import type { MeetingPurpose, RecordStep } from './record.rules'

/** One meeting on the school's page of meetings. */
export type ListedMeeting = {
  id: string
  pupilId: string
  pupilName: string
  className: string | null
  on: IsoDate
  at: string | null
  status: ParentMeetingStatus
  format: ParentMeetingFormat
  place: string | null
  purpose: MeetingPurpose
  leaderId: string | null
  leader: string | null
  parents: string[]
  hasRecord: boolean
  /** Signed off as the record of what was agreed (R18). */
  isSigned: boolean
  /** What of the newest version is still to be done besides copies (R20). */
  stepsToDo: readonly RecordStep[]
  recordDue: IsoDate | null
  /** Parents who should have a copy of the record and have not. */
  withoutCopy: string[]
  copyDue: IsoDate | null
}

/** What a meeting waits for: a word whether it was held, a record, its signing, a copy for a parent, staff and the MIS. */
export type Waiting = 'held-or-not' | 'record' | 'sign' | 'copy' | 'staff-or-mis'

/** What this meeting waits for, the first thing first; nothing where all is done or it is still to come (6.71). */
export function waitingFor(meeting: ListedMeeting, today: IsoDate): Waiting | null {
  if (meeting.status === 'booked') return meeting.on < today ? 'held-or-not' : null
  if (meeting.status !== 'held') return null
  if (!meeting.hasRecord) return 'record'
  if (!meeting.isSigned) return 'sign'
  if (meeting.withoutCopy.length > 0) return 'copy'
  return meeting.stepsToDo.length > 0 ? 'staff-or-mis' : null
}

/** What is looked for on the page of meetings. */
export type MeetingFilter = { search: string; className: string; ledByMe: boolean; allYear: boolean }

export type MeetingGroups = {
  waiting: (ListedMeeting & { waitsFor: Waiting })[]
  comingUp: ListedMeeting[]
  recent: ListedMeeting[]
}

const RECENT_DAYS = 30

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word looked for is in the names of the pupil, the parents, the leader or the class. */
function matches(meeting: ListedMeeting, { search, className, ledByMe }: MeetingFilter, me: string): boolean {
  if (className && meeting.className !== className) return false
  if (ledByMe && meeting.leaderId !== me) return false
  const names = folded([meeting.pupilName, meeting.leader, meeting.className, ...meeting.parents].join(' '))
  return folded(search)
    .split(/\s+/)
    .every((word) => names.includes(word))
}

/** Meetings in three groups: those that wait for somebody, oldest first; those to come; and the last thirty days. */
export function grouped(
  meetings: readonly ListedMeeting[],
  filter: MeetingFilter,
  { today, me }: { today: IsoDate; me: string },
): MeetingGroups {
  const found = meetings.filter((meeting) => matches(meeting, filter, me))
  const since = plusDays(today, -RECENT_DAYS)
  const isOver = ({ status, on }: ListedMeeting) => status !== 'booked' && (filter.allYear || on >= since)
  return {
    waiting: found.flatMap((meeting) => {
      const waitsFor = waitingFor(meeting, today)
      return waitsFor ? [{ ...meeting, waitsFor }] : []
    }),
    comingUp: found.filter(({ status, on }) => status === 'booked' && on >= today),
    recent: found.filter(isOver).reverse(),
  }
}
