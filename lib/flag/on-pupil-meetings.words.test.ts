import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { MeetingLine } from '@/lib/parent-meeting/line.rules'
import type { MeetingFlag } from '@/lib/parent-meeting/owed.rules'
import { meetingFlagsOnPupil } from './on-pupil-meetings.words'

const flag = (ruleId: MeetingFlag['ruleId'], due: string | null): MeetingFlag => ({
  ruleId,
  severity: 'amber',
  paragraph: ruleId === 'R23' ? '6.70' : '6.71',
  message: 'It waits',
  due: due === null ? null : isoDate(due),
})
const meeting = (flags: MeetingFlag[], hasRecord = true) =>
  ({ id: 'm', on: isoDate('2026-10-14'), hasRecord, flags }) as unknown as MeetingLine

it.each([
  ['R18', false, 'Write the record', 'record'],
  ['R18', true, 'Read it back and sign it off', 'read-back'],
  ['R19', true, 'Give a copy, or say that it is not wanted', 'copies'],
  ['R20', true, 'Say that staff have it and the MIS is updated', 'copies'],
] as const)(
  '%s says since when, and what would clear it: record written %s',
  (ruleId, hasRecord, clears, page) => {
    expect(meetingFlagsOnPupil('amira', [meeting([flag(ruleId, '2026-10-21')], hasRecord)])).toEqual([
      {
        ruleId,
        what: 'Meeting on 14 October 2026: It waits',
        since: '21 October 2026',
        source: 'Code 6.71',
        clears,
        path: `pupils/amira/parent-meetings/m/${page}`,
        isAtRisk: true,
      },
    ])
  },
)

it('leaves to the meeting’s own page what nothing can clear any more', () => {
  expect(meetingFlagsOnPupil('amira', [meeting([flag('R23', null)])])).toEqual([])
})
