import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { answeredOnProblem, concernWait, raisedOnProblem, type RaisedBy } from './rules'
import { waitWords } from './words'

// Half term is 26 to 30 October, and 23 October a training day.
const calendar = {
  terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(
    isoDate,
  ),
}

const wait = (raisedBy: RaisedBy, raisedOn: string, today: string, answeredOn: string | null = null) =>
  concernWait(
    { raisedBy, raisedOn: isoDate(raisedOn), answeredOn: answeredOn === null ? null : isoDate(answeredOn) },
    isoDate(today),
    calendar,
  )

describe('concernWait', () => {
  it.each<[RaisedBy, string, string, number, boolean, string]>([
    ['parent', '2026-11-02', '2026-11-09', 5, false, 'five school days are within the five'],
    ['parent', '2026-11-02', '2026-11-10', 6, true, 'six are not'],
    ['pupil', '2026-11-02', '2026-11-10', 6, true, "a pupil's is as urgent as a parent's"],
    ['staff', '2026-11-02', '2026-11-16', 10, false, 'the SENCO has ten for one of staff'],
    ['staff', '2026-11-02', '2026-11-17', 11, true, 'eleven is late'],
    ['parent', '2026-10-24', '2026-10-31', 0, false, 'in half term nothing waits'],
    ['parent', '2026-10-24', '2026-11-02', 1, false, 'it counts from the next school day'],
    ['parent', '2026-11-06', '2026-11-08', 0, false, 'nor over a weekend'],
  ] as const)(
    'of a %s, raised on %s, on %s: %i, late %s (%s)',
    (raisedBy, raisedOn, today, schoolDays, isLate) => {
      expect(wait(raisedBy, raisedOn, today)).toEqual({ schoolDays, isLate, isAnswered: false })
    },
  )

  it('stops on the day of the answer, and a late one stays late', () => {
    expect(wait('parent', '2026-11-02', '2026-12-01', '2026-11-04')).toEqual({
      schoolDays: 2,
      isLate: false,
      isAnswered: true,
    })
    expect(wait('parent', '2026-11-02', '2026-12-01', '2026-11-11')).toEqual({
      schoolDays: 7,
      isLate: true,
      isAnswered: true,
    })
  })

  it('is said in words', () => {
    expect(waitWords(wait('parent', '2026-11-02', '2026-11-10'))).toBe('Waiting for 6 school days')
    expect(waitWords(wait('parent', '2026-11-02', '2026-11-03'))).toBe('Waiting for 1 school day')
    expect(waitWords(wait('parent', '2026-11-02', '2026-11-02'))).toBe('Raised today, not yet answered')
    expect(waitWords(wait('parent', '2026-11-02', '2026-12-01', '2026-11-04'))).toBe(
      'Answered after 2 school days',
    )
    expect(waitWords(wait('parent', '2026-11-02', '2026-12-01', '2026-11-02'))).toBe(
      'Answered the same school day',
    )
  })
})

describe('the days of a concern', () => {
  const today = isoDate('2026-11-20')
  it.each([
    ['2026-11-20', null],
    ['2026-11-21', 'The day of the concern must be today or in the past'],
    ['2018-05-02', 'The day of the concern must be after the pupil was born'],
  ])('raised on %s: %s', (raisedOn, problem) => {
    expect(raisedOnProblem(isoDate(raisedOn), { dateOfBirth: isoDate('2018-05-03') }, today)).toBe(problem)
  })
  it.each([
    ['2026-11-02', null],
    ['2026-11-20', null],
    ['2026-11-21', 'The day of the answer must be today or in the past'],
    ['2026-11-01', 'The day of the answer must be on or after 2 November 2026, when it was raised'],
  ])('answered on %s: %s', (answeredOn, problem) => {
    expect(answeredOnProblem(isoDate(answeredOn), isoDate('2026-11-02'), today)).toBe(problem)
  })
})
