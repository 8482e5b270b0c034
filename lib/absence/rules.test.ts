import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { countSchoolDays } from '@/lib/calendar/school-days'
import { everyone, whoMay, amira } from '@/tests/factories/actors'
import { absencePolicy } from './policy'
import { awayProblem, type DaysAway, isAway, lastDayProblem, whileHere } from './rules'
import { absenceForm } from './schema'
import { awayWords } from './words'

const away = (from: string, until: string | null = null): DaysAway => ({
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})
const today = isoDate('2026-11-20')
const calendar = {
  terms: [{ firstDay: isoDate('2026-11-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: [isoDate('2026-11-20')],
}
const daysHere = (times: DaysAway[], until = '2026-12-18') =>
  countSchoolDays(whileHere(calendar, times, today), isoDate('2026-11-02'), isoDate(until))

describe('whileHere: the school’s days less those away', () => {
  it('is the very same calendar for whoever was never away, or only on days without school', () => {
    expect(whileHere(calendar, [], today)).toBe(calendar)
    expect(whileHere(calendar, [away('2026-11-07', '2026-11-08')], today)).toBe(calendar)
    expect(whileHere(calendar, [away('2026-11-20', '2026-11-20')], today)).toBe(calendar)
  })
  it.each([
    ['never', [], 34],
    ['one day', [away('2026-11-03', '2026-11-03')], 33],
    ['a week with its weekend', [away('2026-11-06', '2026-11-09')], 32],
    ['still away: up to today and no further', [away('2026-11-18')], 32],
    ['away in the week to come, as is known already', [away('2026-11-23', '2026-11-27')], 29],
    ['not yet away, and no last day', [away('2026-11-23')], 34],
    ['twice over the same days', [away('2026-11-03', '2026-11-04'), away('2026-11-04', '2026-11-05')], 31],
  ])('%s', (_when, times, days) => {
    expect(daysHere(times)).toBe(days)
  })
})

it.each([
  ['2026-11-02', false],
  ['2026-11-03', true],
  ['2026-11-05', true],
  ['2026-11-06', false],
  ['2026-11-18', true],
  ['2027-06-01', true],
])('on %s away: %s', (on, is) => {
  expect(isAway([away('2026-11-03', '2026-11-05'), away('2026-11-18')], isoDate(on))).toBe(is)
})

describe('awayProblem', () => {
  const known = [away('2026-11-09', '2026-11-11')]
  it.each([
    ['today, still away', away('2026-11-20'), null],
    ['one day', away('2026-11-12', '2026-11-12'), null],
    ['the day after another', away('2026-11-12', '2026-11-13'), null],
    ['the last day of another', away('2026-11-11', '2026-11-13'), 'from'],
    ['around another', away('2026-11-01', '2026-11-30'), 'from'],
    ['the end before the beginning', away('2026-11-12', '2026-11-11'), 'until'],
    ['more than a year ago', away('2025-11-19', '2025-11-19'), 'from'],
    ['a year ago', away('2025-11-20', '2025-11-20'), null],
    ['a year ahead', away('2027-11-20', '2027-11-20'), null],
    ['more than a year ahead', away('2027-11-21', '2027-11-21'), 'from'],
    ['an end far ahead', away('2026-11-20', '2027-11-21'), 'until'],
  ])('%s', (_what, days, field) => {
    expect(awayProblem(days, known, today)?.field ?? null).toBe(field)
  })
  it('says which days are written down already', () => {
    expect(awayProblem(away('2026-11-10', '2026-11-10'), known, today)?.message).toBe(
      'Already written down as away 9 to 11 November 2026: change that instead',
    )
    expect(awayProblem(away('2026-11-18', '2026-11-19'), [away('2026-11-16')], today)?.message).toBe(
      'Already written down as away since 16 November 2026: change that instead',
    )
    expect(lastDayProblem(away('2026-11-18'), today)).toBeNull()
  })
})

it('asks for one plain word, and no more', () => {
  const typed = {
    formKey: '0190a8c4-0000-7000-8000-000000000001',
    from: { day: '18', month: '11', year: '2026' },
    reason: 'illness',
    story: 'A long one',
  }
  expect(absenceForm.parse(typed)).toEqual({
    ...{ formKey: typed.formKey, from: '2026-11-18', until: null, reason: 'illness' },
  })
  expect(absenceForm.safeParse({ ...typed, reason: 'flu' }).success).toBe(false)
  expect(awayWords(away('2026-11-18'))).toBe('Since 18 November 2026')
  expect(awayWords(away('2026-11-18', '2026-11-19'))).toBe('18 to 19 November 2026')
})

it('is written down by whoever works with the pupil; of staff, by those who lead the school', () => {
  expect(whoMay((actor) => absencePolicy.record(actor, amira))).toEqual([
    ...['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil'],
  ])
  expect(whoMay((actor) => absencePolicy.recordStaff(actor, amira))).toEqual(['the SENCO', 'the headteacher'])
  expect(Object.keys(everyone).length).toBeGreaterThan(5)
})
