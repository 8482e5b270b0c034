import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { reviewDueNote, reviewDueProblem } from './review-date.rules'

const today = isoDate('2026-11-20')

describe('reviewDueProblem', () => {
  it.each([
    ['tomorrow', '2026-11-21', '2026-11-02', null],
    ['today', '2026-11-20', '2026-11-02', 'The review date must be after today'],
    ['yesterday', '2026-11-19', '2026-11-02', 'The review date must be after today'],
    [
      'the day a later cycle begins',
      '2027-01-05',
      '2027-01-05',
      'The review date must be after 5 January 2027, when the cycle begins',
    ],
    ['the day after it begins', '2027-01-06', '2027-01-05', null],
  ])('%s', (_when, reviewDue, startedOn, problem) => {
    expect(reviewDueProblem(isoDate(reviewDue), { startedOn: isoDate(startedOn) }, today)).toBe(problem)
  })
})

describe('reviewDueNote', () => {
  const calendar: SchoolCalendar = {
    terms: [
      { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
      { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
    ],
    closedDays: [isoDate('2027-02-15')],
  }
  it.each([
    ['a school day', '2026-12-18', null],
    [
      'a Saturday',
      '2026-12-05',
      '5 December 2026 is not a school day. The school days nearest to it: 4 December 2026 and 7 December 2026',
    ],
    [
      'a training day',
      '2027-02-15',
      '15 February 2027 is not a school day. The school days nearest to it: 12 February 2027 and 16 February 2027',
    ],
    [
      'the holidays',
      '2026-12-28',
      '28 December 2026 is not a school day. The school days nearest to it: 18 December 2026 and 5 January 2027',
    ],
    ['a day the calendar does not reach', '2027-06-01', null],
  ])('%s', (_what, day, note) => {
    expect(reviewDueNote(isoDate(day), calendar)).toBe(note)
  })
})
