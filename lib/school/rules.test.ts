import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import { schoolDaysOf } from '@/lib/calendar/school-days'
import { standardYear } from '@/lib/calendar/standard-year'
import {
  calendarProblems,
  closedDaysOf,
  closuresOf,
  type ClosureTyped,
  isYearBeginning,
  type TermTyped,
} from './rules'

const year = { firstDay: isoDate('2026-09-01'), lastDay: isoDate('2027-08-31') }
const closure = (from: string, until: string | null, reason = 'Half term', row = '0'): ClosureTyped => ({
  row,
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
  reason,
})
const term = (row: string, name: string, firstDay: string, lastDay: string): TermTyped => ({
  row,
  name,
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})
const autumn = term('0', 'Autumn', '2026-09-02', '2026-12-18')
const spring = term('1', 'Spring', '2027-01-05', '2027-03-25')

describe('closed days', () => {
  it('are every weekday of a range, once', () => {
    expect(
      closedDaysOf([closure('2026-10-23', null, 'Training'), closure('2026-10-23', '2026-10-27')]),
    ).toEqual([
      { day: '2026-10-23', reason: 'Training' },
      { day: '2026-10-26', reason: 'Half term' },
      { day: '2026-10-27', reason: 'Half term' },
    ])
  })
  it('are put together again as they were said, over a weekend too', () => {
    const days = closedDaysOf([
      closure('2027-03-26', '2027-04-09', 'Easter'),
      closure('2027-05-03', null, 'Bank holiday'),
    ])
    expect(closuresOf(days)).toEqual([
      { from: '2027-03-26', until: '2027-04-09', reason: 'Easter' },
      { from: '2027-05-03', until: '2027-05-03', reason: 'Bank holiday' },
    ])
  })
  it('never change by being put together and taken apart', () => {
    const someDays = fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 60 }),
        long: fc.integer({ min: 0, max: 9 }),
        reason: fc.constantFrom('A', 'B'),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(someDays, (given) => {
        const days = closedDaysOf(
          given.map(({ n, long, reason }) => ({
            from: plusDays(year.firstDay, n),
            until: plusDays(year.firstDay, n + long),
            reason,
          })),
        )
        expect(closedDaysOf(closuresOf(days))).toEqual(days)
      }),
    )
  })
})

describe('what is wrong with a calendar', () => {
  const said = (terms: TermTyped[], closures: ClosureTyped[] = []) =>
    calendarProblems(year, { terms, closures }).map(({ field, message }) => `${field}: ${message}`)

  it.each([
    [[autumn, spring], []],
    [[spring, autumn], []],
    [[], ['terms.0.name: Enter at least one term']],
    [
      [term('0', 'Autumn', '2026-08-31', '2026-12-18')],
      [
        'terms.0.firstDay: First day of Autumn must be in the school year, 1 September 2026 to 31 August 2027',
      ],
    ],
    [
      [term('3', 'Summer', '2027-04-12', '2027-09-01')],
      ['terms.3.lastDay: Last day of Summer must be in the school year, 1 September 2026 to 31 August 2027'],
    ],
    [
      [term('0', 'Autumn', '2026-12-18', '2026-09-02')],
      ['terms.0.lastDay: Last day of Autumn must be after its first day'],
    ],
    [
      [term('1', 'Spring', '2026-12-18', '2027-03-25'), autumn],
      ['terms.1.firstDay: Spring must begin after Autumn ends, 18 December 2026'],
    ],
    [
      [term('0', 'Weekend', '2026-10-24', '2026-10-25')],
      ['terms.0.firstDay: Weekend has no school day that is not closed'],
    ],
  ])('%#', (terms, expected) => {
    expect(said(terms)).toEqual(expected)
  })
  it.each([
    [closure('2026-10-26', '2026-10-30'), []],
    [closure('2026-10-26', '2026-10-26'), []],
    [
      closure('2026-10-30', '2026-10-26', 'Half term', '4'),
      ['closures.4.until: Last closed day must be the same as or after the first'],
    ],
    [
      closure('2027-09-01', null),
      ['closures.0.from: Closed day must be in the school year, 1 September 2026 to 31 August 2027'],
    ],
    [
      closure('2027-08-30', '2027-09-03'),
      ['closures.0.until: Last closed day must be in the school year, 1 September 2026 to 31 August 2027'],
    ],
    [
      closure('2026-10-24', '2026-10-25'),
      ['closures.0.from: School is never open at a weekend, so leave this row out'],
    ],
    [closure('2026-09-01', '2026-12-31'), ['terms.0.firstDay: Autumn has no school day that is not closed']],
  ])('%j', (closed, expected) => {
    expect(said([autumn], [closed])).toEqual(expected)
  })

  it('is nothing for the usual year, which stays the same year', () => {
    const usual = standardYear(2026)
    const named: readonly Omit<TermTyped, 'row'>[] = usual.terms
    const terms = named.map((one, row) => ({ ...one, row: String(row) }))
    const closures = closuresOf(usual.closures.map(({ day, reason }) => ({ day, reason }))).map(
      (one, row) => ({ ...one, row: String(row) }),
    )
    expect(said(terms, closures)).toEqual([])
    expect(schoolDaysOf({ terms, closedDays: closedDaysOf(closures).map(({ day }) => day) })).toHaveLength(
      190,
    )
  })
})

it.each([
  ['09-01', true],
  ['08-24', true],
  ['08-31', true],
  ['09-31', false],
  ['07-31', false],
  ['10-01', false],
  ['9-1', false],
])('a school year may begin on %s: %s', (begins, expected) => {
  expect(isYearBeginning(begins)).toBe(expected)
})
