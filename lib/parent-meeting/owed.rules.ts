import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingStatus } from './counting.rules'
import {
  COPY_WITHIN_SCHOOL_DAYS,
  dueAfter,
  LONG_ENOUGH_MINUTES,
  type MeetingCalendar,
  type PupilPart,
  RECORD_WITHIN_SCHOOL_DAYS,
  type RecordStep,
  USUAL_MINUTES,
} from './record.rules'

/** A rule of 6.64 to 6.71 that a meeting has not met, in a sentence (domain.md 8.2, R18 to R24). */
export type MeetingFlag = {
  readonly ruleId: 'R18' | 'R19' | 'R20' | 'R22' | 'R23' | 'R24'
  readonly severity: 'amber' | 'blue'
  readonly paragraph: string
  readonly message: string
  readonly due: IsoDate | null
}

export type FlaggableMeeting = {
  readonly status: ParentMeetingStatus
  readonly on: IsoDate
  readonly isLed: boolean
  readonly pupilPart: PupilPart | null
  readonly pupilPartNote: string | null
  readonly actualMinutes: number | null
  readonly hasRecord: boolean
  readonly isSigned: boolean
  /** From when the newest version waits to be given: the meeting, or the day of an amendment. */
  readonly copyDue: IsoDate | null
  readonly stepsToDo: readonly RecordStep[]
  /** Parents who should have a copy and, as far as was recorded, have not had it. */
  readonly withoutCopy: readonly string[]
}

const STEP_MESSAGES = {
  staff: 'Staff who work with the pupil should have had the record',
  mis: 'The MIS should have been updated',
  both: 'Staff should have had the record, and the MIS been updated,',
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']

function recordFlags(meeting: FlaggableMeeting, calendar: MeetingCalendar, today: IsoDate): MeetingFlag[] {
  const recordDue = dueAfter(calendar, meeting.on, RECORD_WITHIN_SCHOOL_DAYS)
  const copyDue = meeting.copyDue ?? dueAfter(calendar, meeting.on, COPY_WITHIN_SCHOOL_DAYS)
  const flags: MeetingFlag[] = []
  if (!meeting.isSigned && today > recordDue)
    flags.push({
      ruleId: 'R18',
      severity: 'amber',
      paragraph: '6.71',
      message: meeting.hasRecord
        ? `The record is written but not signed off; it was due by ${dayAndMonth(recordDue)}`
        : `No record of what was agreed; it was due by ${dayAndMonth(recordDue)}`,
      due: recordDue,
    })
  const { withoutCopy } = meeting
  if (withoutCopy.length > 0 && today > copyDue)
    flags.push({
      ruleId: 'R19',
      severity: 'amber',
      paragraph: '6.71',
      message: `${withoutCopy.length === 1 ? withoutCopy.join() : `${NUMBERS[withoutCopy.length] ?? withoutCopy.length} parents`} should have had a copy of the record by ${dayAndMonth(copyDue)}`,
      due: copyDue,
    })
  if (meeting.stepsToDo.length > 0 && today > copyDue)
    flags.push({
      ruleId: 'R20',
      severity: 'amber',
      paragraph: '6.71',
      message: `${STEP_MESSAGES[meeting.stepsToDo.length === 1 ? (meeting.stepsToDo[0] ?? 'staff') : 'both']} by ${dayAndMonth(copyDue)}`,
      due: copyDue,
    })
  return flags
}

/** What a held meeting still owes to 6.67, 6.69, 6.70 and 6.71; a meeting that was not held owes nothing. */
export function meetingFlags(
  meeting: FlaggableMeeting,
  calendar: MeetingCalendar,
  today: IsoDate,
): MeetingFlag[] {
  if (meeting.status !== 'held') return []
  const flags = recordFlags(meeting, calendar, today)
  const note = (
    ruleId: MeetingFlag['ruleId'],
    severity: MeetingFlag['severity'],
    paragraph: string,
    message: string,
  ) => flags.push({ ruleId, severity, paragraph, message, due: null })
  if (!meeting.isLed) note('R22', 'amber', '6.67', 'No teacher or SENCO led it')
  if (meeting.pupilPart === null) note('R23', 'amber', '6.70', 'The pupil’s part is not recorded')
  if (meeting.pupilPart === 'not-obtained' && !meeting.pupilPartNote)
    note('R23', 'amber', '6.70', 'The pupil’s views were not obtained, and no reason is given')
  if (meeting.actualMinutes !== null && meeting.actualMinutes < LONG_ENOUGH_MINUTES)
    note('R24', 'blue', '6.69', `It took ${meeting.actualMinutes} minutes; ${USUAL_MINUTES} are usual`)
  return flags
}
