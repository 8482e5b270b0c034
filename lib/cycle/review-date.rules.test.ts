import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { reviewDueNote, reviewDueProblem, settleNote, termNote } from './review-date.rules'

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

// Autumn of domain.md 8.4 and the spring after it.
const year: SchoolCalendar = {
  terms: [
    { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
    { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
  ],
  closedDays: ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(
    isoDate,
  ),
}

describe('settleNote: time to settle in before it is judged (P33)', () => {
  const starts = (from: string | null, what = 'Precision teaching') => ({
    what,
    from: from === null ? null : isoDate(from),
  })
  it.each([
    ['a whole term', '2026-12-04', [starts('2026-09-14')], false],
    ['25 school days exactly', '2026-10-19', [starts('2026-09-14')], false],
    ['24 school days', '2026-10-16', [starts('2026-09-14')], true],
    ['the day it begins', '2026-09-14', [starts('2026-09-14')], true],
    ['a start after the review, which another note is about', '2026-10-16', [starts('2026-11-02')], false],
    ['no first day yet', '2026-10-16', [starts(null)], false],
    ['half term does not help it to settle', '2026-11-04', [starts('2026-10-14')], true],
    ['a calendar that does not reach', '2027-06-01', [starts('2027-05-20')], false],
  ])('%s', (_what, due, provisions, warns) => {
    expect(settleNote(isoDate(due), provisions, year) !== null).toBe(warns)
  })
  it('names the one with the least time, and how many more', () => {
    expect(
      settleNote(isoDate('2026-10-16'), [starts('2026-09-14'), starts('2026-10-12', 'Lego club')], year),
    ).toBe(
      'Lego club would have 4 school days before this review, and 1 more begin as late. Support mostly needs half a term to settle in and show what it does',
    )
  })
})

describe('termNote: about once a term (P64)', () => {
  it.each([
    ['2026-09-02', '2026-12-18', false, '71 school days'],
    ['2026-12-04', '2027-03-12', false, 'over Christmas'],
    ['2026-09-02', '2027-01-08', false, '75 school days, the most'],
    ['2026-09-02', '2027-01-11', true, '76 school days'],
    ['2026-09-02', '2027-06-30', false, 'past what the calendar knows'],
  ])('from %s to %s: %s, %s', (from, due, warns) => {
    expect(termNote(isoDate(due), isoDate(from), { ...year, termSchoolDays: 75 }) !== null).toBe(warns)
  })

  it('goes by the term of the school, and says how long it is there', () => {
    const due = isoDate('2026-12-18')
    expect(termNote(due, isoDate('2026-09-02'), { ...year, termSchoolDays: 71 })).toBeNull()
    expect(termNote(due, isoDate('2026-09-02'), { ...year, termSchoolDays: 70 })).toBe(
      '18 December 2026 is 71 school days away. Support is looked at about once a term: a term at this school is some 70 school days',
    )
  })
})
