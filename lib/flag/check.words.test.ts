import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { checkFlag } from './check.words'

const calendar = {
  terms: [{ name: 'Autumn', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: [],
}
const ash = { classId: 'ash', name: '4 Ash', teachers: 'Tom Whitfield', lastCheckedOn: null }

describe('checkFlag (6.17, P02)', () => {
  it('says which class, whose, since when, by which paragraph, and what would clear it', () => {
    expect(checkFlag(ash, calendar, isoDate('2026-11-20'))).toEqual({
      kind: 'class-check',
      group: 'coming-up',
      ruleId: 'P02',
      weight: 80,
      pupilId: null,
      act: 'Check the progress of 4 Ash',
      path: 'classes/ash/check',
      who: 'Tom Whitfield. Not checked yet. It clears when the check of every pupil in the class is saved',
      since: 'Since 2 September',
      source: 'Code 6.17',
    })
  })
  it('is at risk at the end of the term, names the last check, and is gone once there is one', () => {
    const last = { ...ash, teachers: null, lastCheckedOn: isoDate('2026-06-30') }
    expect(checkFlag(last, calendar, isoDate('2026-12-14'))).toMatchObject({
      group: 'at-risk',
      who: 'Last checked on 30 June 2026. It clears when the check of every pupil in the class is saved',
    })
    expect(
      checkFlag({ ...ash, lastCheckedOn: isoDate('2026-09-02') }, calendar, isoDate('2026-11-20')),
    ).toBeNull()
  })
})
