import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { invitationFlag, type TodayInvitation } from './invitation.words'

const today = isoDate('2026-11-20')
const asked: TodayInvitation = {
  meetingId: 'm',
  pupilId: 'amira',
  pupilName: 'Amira Khan',
  className: '4 Ash',
  parent: 'Farah Khan',
  on: isoDate('2026-12-01'),
  answer: null,
  hasFailed: false,
}

describe('an invitation on Today', () => {
  it.each([
    ['no answer yet', {}, null],
    ['yes', { answer: 'yes' }, null],
    ['no', { answer: 'no' }, 'Find a time for Amira Khan’s meeting: a parent cannot come'],
    ['another time', { answer: 'another-time' }, 'Find another time for Amira Khan’s meeting'],
    [
      'an email that did not arrive',
      { hasFailed: true },
      'Reach a parent about Amira Khan’s meeting: an email was not delivered',
    ],
  ] satisfies [string, Partial<TodayInvitation>, string | null][])('%s', (_what, over, act) => {
    const flag = invitationFlag({ ...asked, ...over }, today)
    expect(flag?.act ?? null).toBe(act)
    if (flag)
      expect(flag).toMatchObject({
        path: 'pupils/amira/parent-meetings/m',
        since: 'In 11 days',
        source: 'Code 6.65',
      })
  })
})
