import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { expectedOn, holidayMove, moveKind, moveProblem, type ReviewMove } from './date.rules'

const due = isoDate('2026-12-04')

describe('moveKind (R15)', () => {
  it.each([
    ['2026-12-03', 'moved', 'the day before'],
    ['2026-12-04', 'moved', 'the day itself, when it is not overdue'],
    ['2026-12-05', 'expected', 'the day after'],
  ])('on %s is %s: %s', (today, kind) => {
    expect(moveKind(due, isoDate(today))).toBe(kind)
  })
})

describe('moveProblem', () => {
  const cycle = { reviewDue: due, startedOn: isoDate('2026-09-07') }
  const today = isoDate('2026-12-01')
  it.each([
    ['2026-11-30', 'The new day must be today or later'],
    ['2026-12-01', null],
    ['2026-12-03', null],
    ['2026-12-04', 'The review is agreed for 4 December 2026 already: enter another day'],
    ['2026-12-05', null],
  ])('%s', (to, problem) => {
    expect(moveProblem(isoDate(to), cycle, today)).toBe(problem)
  })
  it('is after the cycle began', () => {
    expect(moveProblem(today, { ...cycle, startedOn: today }, today)).toBe(
      'The new day must be after 1 December 2026, when the cycle began',
    )
  })
})

describe('expectedOn', () => {
  const move = (kind: ReviewMove['kind'], to: string): ReviewMove => ({
    ...{ id: to, kind, from: due, to: isoDate(to), reason: 'Ill', by: 'Tom Whitfield', on: due },
  })
  it('is the latest day that was noted once the agreed one had passed', () => {
    expect(expectedOn([])).toBeNull()
    expect(expectedOn([move('moved', '2026-12-10')])).toBeNull()
    expect(expectedOn([move('expected', '2026-12-11'), move('expected', '2026-12-15')])).toBe('2026-12-15')
  })
})

describe('holidayMove (R14): a due date in a holiday is moved while school is open', () => {
  const calendar: SchoolCalendar = {
    terms: [
      { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
      { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
      { firstDay: isoDate('2027-04-12'), lastDay: isoDate('2027-07-21') },
    ],
    closedDays: [isoDate('2027-02-15')],
  }
  it.each([
    ['2026-12-18', '2026-12-10', null, 'the last day of term is a school day'],
    ['2026-12-28', '2026-12-03', null, 'more than a fortnight before the end of term'],
    ['2026-12-28', '2026-12-04', { moveBy: '2026-12-18', daysLeft: 14 }, 'a fortnight before'],
    ['2026-12-28', '2026-12-18', { moveBy: '2026-12-18', daysLeft: 0 }, 'the last day of term'],
    ['2026-12-28', '2026-12-19', null, 'too late to move it before the end of term'],
    ['2027-02-15', '2027-02-10', { moveBy: '2027-02-12', daysLeft: 2 }, 'a training day'],
    ['2027-03-13', '2027-03-10', { moveBy: '2027-03-12', daysLeft: 2 }, 'a Saturday'],
    ['2027-08-12', '2027-07-15', { moveBy: '2027-07-21', daysLeft: 6 }, 'the summer'],
    ['2027-10-01', '2027-07-15', null, 'a year the calendar does not know'],
    ['2026-08-12', '2026-08-01', null, 'before the calendar begins'],
  ] as const)('due %s, on %s: %j, %s', (reviewDue, today, expected, why) => {
    expect(holidayMove(isoDate(reviewDue), calendar, isoDate(today)), why).toEqual(expected)
  })
  it('says nothing without a calendar', () => {
    expect(holidayMove(due, { terms: [], closedDays: [] }, due)).toBeNull()
  })
})
