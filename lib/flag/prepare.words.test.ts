import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { prepareFlag, type TodayToPrepare } from './prepare.words'

const meeting: TodayToPrepare = {
  meetingId: 'm',
  pupilId: 'amira',
  pupilName: 'Amira Khan',
  className: '4 Ash',
  on: isoDate('2026-11-24'),
  points: 0,
  views: 0,
}

describe('a meeting that is near and not prepared', () => {
  it.each([
    [{}, 'Tuesday 24 November 2026, the pupil has not been asked, nothing yet from the parents'],
    [{ views: 1 }, 'Tuesday 24 November 2026, nothing yet from the parents'],
    [{ views: 1, points: 2 }, 'Tuesday 24 November 2026'],
  ])('%j says what is not there yet', (over, said) => {
    const flag = prepareFlag({ ...meeting, ...over }, isoDate('2026-11-20'))
    expect(flag.who).toContain(said)
    expect(flag).toMatchObject({
      act: 'Prepare Amira Khan’s meeting',
      since: 'In 4 days',
      path: 'pupils/amira/parent-meetings/m/prepare',
    })
  })

  it('is due today on its day', () => {
    expect(prepareFlag(meeting, isoDate('2026-11-24')).since).toBe('Today')
  })
})
