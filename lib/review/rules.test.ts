import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { daysLate, heldOnProblem, reviewDueThatCounts, reviewTiming } from './rules'

const due = isoDate('2026-12-04')

describe('reviewTiming (R14, R15)', () => {
  it.each([
    ['2026-11-19', 'not-due'],
    ['2026-11-20', 'due-soon'],
    ['2026-12-03', 'due-soon'],
    ['2026-12-04', 'due-today'],
    ['2026-12-05', 'overdue'],
  ])('on %s is %s', (today, timing) => {
    expect(reviewTiming(due, isoDate(today))).toBe(timing)
  })
  it('counts its fortnight over the end of a year and a change of clocks', () => {
    expect(reviewTiming(isoDate('2027-01-08'), isoDate('2026-12-25'))).toBe('due-soon')
    expect(reviewTiming(isoDate('2027-04-05'), isoDate('2027-03-22'))).toBe('due-soon')
    expect(reviewTiming(isoDate('2027-04-05'), isoDate('2027-03-21'))).toBe('not-due')
  })
})

describe('daysLate (R16)', () => {
  it.each([
    ['2027-02-12', '2027-03-03', 19, 'the worked example'],
    ['2027-02-12', '2027-02-12', 0, 'on the day'],
    ['2027-02-12', '2027-02-13', 1, 'a day late'],
    ['2027-02-12', '2027-02-01', 0, 'early is fine'],
    ['2028-02-28', '2028-03-01', 2, 'over a leap day'],
    ['2027-03-27', '2027-03-29', 2, 'over the night the clocks go forward'],
  ])('due %s, held %s: %i, %s', (reviewDue, heldOn, days) => {
    expect(daysLate(isoDate(reviewDue), isoDate(heldOn))).toBe(days)
  })
})

describe('reviewDueThatCounts (R15)', () => {
  const move = (from: string, movedOn: string) => ({ from: isoDate(from), movedOn: isoDate(movedOn) })

  it.each([
    ['2026-12-18', 'never moved', []],
    ['2026-12-18', 'moved before it passed', [move('2026-12-04', '2026-12-01')]],
    ['2026-12-18', 'moved on the day itself, when it is not overdue', [move('2026-12-04', '2026-12-04')]],
    ['2026-12-04', 'moved the day after', [move('2026-12-04', '2026-12-05')]],
    [
      '2026-12-04',
      'agreed anew, missed, then moved',
      [move('2026-12-04', '2026-12-08'), move('2026-11-20', '2026-11-10')],
    ],
    [
      '2026-11-20',
      'missed and moved twice',
      [move('2026-12-04', '2026-12-08'), move('2026-11-20', '2026-11-23')],
    ],
  ])('is %s when %s', (expected, _when, moves) => {
    expect(reviewDueThatCounts(isoDate('2026-12-18'), moves)).toBe(expected)
  })
})

describe('heldOnProblem', () => {
  const cycle = { startedOn: isoDate('2026-09-07') }
  const today = isoDate('2026-12-04')

  it.each(['2026-09-07', '2026-12-04'])('accepts %s, the first and last day it could be', (day) => {
    expect(heldOnProblem(isoDate(day), cycle, today)).toBeNull()
  })
  it('refuses tomorrow', () => {
    expect(heldOnProblem(isoDate('2026-12-05'), cycle, today)).toBe(
      'Date of the review must be today or in the past',
    )
  })
  it('refuses the day before the cycle began', () => {
    expect(heldOnProblem(isoDate('2026-09-06'), cycle, today)).toBe(
      'Date of the review must be on or after 7 September 2026',
    )
  })
})
