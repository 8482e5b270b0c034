import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '@/lib/calendar/iso-date'
import { isSchoolDay } from '@/lib/calendar/school-days'
import { anyPupil, anyPupilAnywhere } from './arbitrary.fixture'
import { dueDays, lastDayOf } from './last-day.rules'
import { explainedStanding } from './rules'
import { held, period, pupilOn } from './standing.fixture'

const october = held('2026-10-14')
const february = held('2027-02-03')

describe('the last day on which the rest can still be held', () => {
  it.each([
    [
      'two held: the last school day',
      pupilOn('2027-03-16', [october, february]),
      { needed: 1, by: '2027-07-21' },
    ],
    ['one held: the day before it', pupilOn('2027-03-16', [october]), { needed: 2, by: '2027-07-20' }],
    ['none held: two before it', pupilOn('2026-10-01'), { needed: 3, by: '2027-07-19' }],
    [
      'three held: none is needed',
      pupilOn('2027-03-16', [october, february, held('2027-03-03')]),
      { needed: 0, by: null },
    ],
    ['too late', pupilOn('2027-07-21', [october]), { needed: 2, by: null }],
    [
      'held today, so today cannot hold another',
      pupilOn('2027-07-20', [october, held('2027-07-20')]),
      { needed: 1, by: '2027-07-21' },
    ],
    [
      'support ends before the year does',
      pupilOn('2027-02-10', [october], { inScope: [period('2026-09-01', '2027-03-12')] }),
      { needed: 1, by: '2027-03-12' },
    ],
    [
      'no terms are entered',
      pupilOn('2027-02-10', [], { terms: [], closedDays: [] }),
      { needed: 3, by: null },
    ],
  ])('%s', (_why, pupil, expected) => {
    expect(lastDayOf(pupil)).toEqual(expected)
  })
  it.each([
    ['in the year of the examples', anyPupil],
    ['in any calendar', anyPupilAnywhere],
  ])('leaves exactly as many free school days as are needed, %s', (_where, pupils) => {
    fc.assert(
      fc.property(pupils, (pupil) => {
        const { needed, by } = lastDayOf(pupil)
        const { standing, reasons } = explainedStanding(pupil)
        expect(needed).toBe(Math.max(0, standing.required - standing.held))
        if (by === null) return
        expect(by >= pupil.today).toBe(true)
        let free = 0
        for (let day = by; day <= pupil.year.lastDay; day = plusDays(day, 1))
          if (
            isSchoolDay(pupil, day) &&
            !reasons.heldOn.includes(day) &&
            pupil.inScope.some(({ from, until }) => from <= day && (until === null || day <= until))
          )
            free += 1
        expect(free).toBe(needed)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the days by which meetings are due', () => {
  it.each([
    ['all year: the three due points', pupilOn('2026-10-01'), ['2026-12-04', '2027-03-11', '2027-07-07']],
    [
      'from January: those of two terms',
      pupilOn('2027-02-01', [], { inScope: [period('2027-01-06')] }),
      ['2027-03-11', '2027-07-07'],
    ],
    [
      'a Code that asks for four: the fourth by the last school day',
      pupilOn('2026-10-01', [], {
        settings: {
          ...pupilOn('2026-10-01').settings,
          rule: { eachYear: 4, formats: ['in-person'] },
        },
      }),
      ['2026-12-04', '2027-03-11', '2027-07-07', '2027-07-21'],
    ],
  ])('%s', (_why, pupil, expected) => {
    expect(dueDays(pupil)).toEqual(expected)
  })
})
