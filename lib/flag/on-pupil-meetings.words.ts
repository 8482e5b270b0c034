import { longDate } from '@/lib/calendar/iso-date'
import type { MeetingLine } from '@/lib/parent-meeting/line.rules'
import type { MeetingFlag } from '@/lib/parent-meeting/owed.rules'
import { addresses } from './addresses.rules'
import type { PupilFlag } from './on-pupil.words'

type Clears = Pick<PupilFlag, 'clears' | 'path'>

/** What would clear a flag of a meeting, and where that is done (R18 to R20). */
function clearing(
  pupilId: string,
  { id, hasRecord }: MeetingLine,
  ruleId: MeetingFlag['ruleId'],
): Clears | null {
  switch (ruleId) {
    case 'R18':
      return hasRecord
        ? { clears: 'Read it back and sign it off', path: addresses.readBack(pupilId, id) }
        : { clears: 'Write the record', path: addresses.record(pupilId, id) }
    case 'R19':
      return { clears: 'Give a copy, or say that it is not wanted', path: addresses.copies(pupilId, id) }
    case 'R20':
      return { clears: 'Say that staff have it and the MIS is updated', path: addresses.copies(pupilId, id) }
    case 'R22':
    case 'R23':
    case 'R24':
      return null
  }
}

/** What the record of a meeting still owes, on the pupil's page: the paragraph, since when, what would clear it (6.71). */
export const meetingFlagsOnPupil = (pupilId: string, meetings: readonly MeetingLine[]): PupilFlag[] =>
  meetings.flatMap((meeting) =>
    meeting.flags.flatMap(({ ruleId, message, due, paragraph }) => {
      const clears = clearing(pupilId, meeting, ruleId)
      if (!clears || due === null) return []
      const what = `Meeting on ${longDate(meeting.on)}: ${message}`
      return [{ ...clears, ruleId, what, since: longDate(due), source: `Code ${paragraph}`, isAtRisk: true }]
    }),
  )
