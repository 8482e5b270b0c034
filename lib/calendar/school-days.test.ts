import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, plusDays, weekdayOf } from './iso-date'
import {
  aboutATerm,
  countSchoolDays,
  isSchoolDay,
  plusSchoolDays,
  type SchoolCalendar,
  schoolDaysBetween,
  schoolDaysOf,
} from './school-days'
import { standardYear } from './standard-year'

const term = (firstDay: string, lastDay: string) => ({
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})
const calendar = standardYear(2026)

describe('school days', () => {
  it('are Monday to Friday in term, less the closed days', () => {
    const fortnight = {
      terms: [term('2026-10-19', '2026-11-01')],
      closedDays: [isoDate('2026-10-23'), isoDate('2026-10-24'), isoDate('2027-01-01')],
    }
    expect(schoolDaysOf(fortnight)).toEqual([
      ...['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22'],
      ...['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
    ])
  })
  it('come in order and once, whatever the order of the terms and though two overlap', () => {
    const terms = [term('2026-09-09', '2026-09-11'), term('2026-09-07', '2026-09-10')]
    expect(schoolDaysOf({ terms, closedDays: [] })).toEqual([
      '2026-09-07',
      '2026-09-08',
      '2026-09-09',
      '2026-09-10',
      '2026-09-11',
    ])
  })
  it('are none without terms, or in a term that ends before it begins', () => {
    expect(schoolDaysOf({ terms: [], closedDays: [] })).toEqual([])
    expect(schoolDaysOf({ terms: [term('2026-09-11', '2026-09-07')], closedDays: [] })).toEqual([])
  })
  it('are worked out once for a calendar, and anew for another closed day', () => {
    expect(schoolDaysOf({ ...calendar })).toBe(schoolDaysOf(calendar))
    const snow = { ...calendar, closedDays: [...calendar.closedDays, isoDate('2027-01-20')] }
    expect(schoolDaysOf(snow)).toHaveLength(189)
    expect(schoolDaysOf(calendar)).toHaveLength(190)
  })
})

describe('counting school days', () => {
  it.each([
    ['2026-09-01', '2027-08-31', 190, 'the whole year'],
    ['2027-07-20', '2027-07-31', 2, 'the last two'],
    ['2027-03-16', '2027-03-16', 1, 'one school day'],
    ['2027-03-20', '2027-03-21', 0, 'a weekend'],
    ['2027-03-19', '2027-03-22', 2, 'Friday and Monday'],
    ['2026-10-22', '2026-11-02', 2, 'either side of half term'],
    ['2027-03-17', '2027-03-16', 0, 'the wrong way round'],
  ])('%s to %s is %i: %s', (first, last, expected) => {
    expect(countSchoolDays(calendar, isoDate(first), isoDate(last))).toBe(expected)
  })
  it('knows a school day from the others', () => {
    expect(isSchoolDay(calendar, isoDate('2027-03-16'))).toBe(true)
    expect(isSchoolDay(calendar, isoDate('2027-03-20'))).toBe(false)
    expect(isSchoolDay(calendar, isoDate('2027-05-03'))).toBe(false)
    expect(isSchoolDay(calendar, isoDate('2027-08-02'))).toBe(false)
  })
  it.each([
    ['2027-03-16', 1, '2027-03-17', 'the next day'],
    ['2027-03-19', 1, '2027-03-22', 'over a weekend'],
    ['2027-03-20', 1, '2027-03-22', 'from a Saturday'],
    ['2026-10-22', 5, '2026-11-06', 'over half term and a training day'],
    ['2026-12-18', 1, '2027-01-05', 'over Christmas'],
    ['2027-03-16', 0, '2027-03-16', 'the day itself'],
    ['2027-03-20', 0, '2027-03-22', 'a concern raised in the holidays counts from the next school day'],
    ['2027-03-22', -1, '2027-03-19', 'back over a weekend'],
    ['2027-03-20', -1, '2027-03-19', 'back from a Saturday'],
    ['2027-01-21', -20, '2026-12-09', '20 school days before the spring census'],
  ])('from %s, %i school days on is %s: %s', (day, n, expected) => {
    expect(plusSchoolDays(calendar, isoDate(day), n)).toBe(expected)
  })
  it('does not guess beyond the calendar', () => {
    expect(plusSchoolDays(calendar, isoDate('2027-07-21'), 1)).toBeNull()
    expect(plusSchoolDays(calendar, isoDate('2027-07-22'), 0)).toBeNull()
    expect(plusSchoolDays(calendar, isoDate('2026-09-02'), -1)).toBeNull()
  })
  it.each([
    ['2027-03-16', '2027-03-16', 0],
    ['2027-03-16', '2027-03-23', 5],
    ['2027-03-13', '2027-03-16', 2],
    ['2027-03-23', '2027-03-16', -5],
  ])('from %s to %s is %i school days', (from, to, expected) => {
    expect(schoolDaysBetween(calendar, isoDate(from), isoDate(to))).toBe(expected)
  })
})

describe('any calendar', () => {
  const someDay = fc.integer({ min: 0, max: 400 }).map((n) => plusDays(isoDate('2026-08-20'), n))
  const someCalendar: fc.Arbitrary<SchoolCalendar> = fc.record({
    terms: fc.array(
      fc.tuple(someDay, someDay).map(([firstDay, lastDay]) => ({ firstDay, lastDay })),
      { maxLength: 4 },
    ),
    closedDays: fc.array(someDay, { maxLength: 30 }),
  })
  const open = ({ terms, closedDays }: SchoolCalendar, day: ReturnType<typeof isoDate>) =>
    weekdayOf(day) <= 5 &&
    !closedDays.includes(day) &&
    terms.some((t) => t.firstDay <= day && day <= t.lastDay)

  it('counts as one does with a finger, day by day', () => {
    fc.assert(
      fc.property(someCalendar, someDay, someDay, (any, first, last) => {
        let byFinger = 0
        for (let day = first; day <= last; day = plusDays(day, 1)) if (open(any, day)) byFinger += 1
        expect(countSchoolDays(any, first, last)).toBe(byFinger)
      }),
    )
  })
  it('steps `n` school days to a day that is `n` school days away', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 40 }), (any, day, n) => {
        const then = plusSchoolDays(any, day, n)
        fc.pre(then !== null)
        expect(open(any, then)).toBe(true)
        expect(schoolDaysBetween(any, day, then)).toBe(n)
        const back = plusSchoolDays(any, then, -n)
        expect(back).toBe(schoolDaysOf(any).findLast((open) => open <= day) ?? null)
      }),
    )
  })
})

describe('about a term at a school, in school days', () => {
  it.each([
    ['no term', { terms: [], closedDays: [] }, 0],
    ['one fortnight', { terms: [term('2026-09-07', '2026-09-18')], closedDays: [] }, 10],
    [
      'the longest of three, less its closed days',
      {
        terms: [
          term('2026-09-07', '2026-09-18'),
          term('2026-10-05', '2026-10-30'),
          term('2026-11-09', '2026-11-20'),
        ],
        closedDays: [isoDate('2026-10-12')],
      },
      19,
    ],
    [
      'six half terms of ten days: a third of the year',
      {
        terms: ['2026-09-07', '2026-10-05', '2026-11-02', '2027-01-11', '2027-03-01', '2027-05-10'].map(
          (first) => ({ firstDay: isoDate(first), lastDay: plusDays(isoDate(first), 11) }),
        ),
        closedDays: [],
      },
      20,
    ],
    [
      'a term of closed days only',
      { terms: [term('2026-09-07', '2026-09-07')], closedDays: [isoDate('2026-09-07')] },
      0,
    ],
  ])('%s', (_what, year, expected) => {
    expect(aboutATerm(year)).toBe(expected)
  })
  it('lies between a third of the year and the 75 that stand in, for usual years', () => {
    for (let year = 2020; year < 2040; year++) {
      expect(aboutATerm(standardYear(year))).toBeGreaterThanOrEqual(64)
      expect(aboutATerm(standardYear(year))).toBeLessThanOrEqual(75)
    }
  })
})
