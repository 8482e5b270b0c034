import { describe, expect, it } from 'vitest'
import { isoDate, plusDays, schoolDay } from './iso-date'
import {
  boundsOf,
  firstDayOf,
  lastDayOf,
  schoolYearBounds,
  schoolYearName,
  schoolYearOf,
} from './school-year'

describe('the school year', () => {
  it.each([
    ['2026-08-31', 2025],
    ['2026-09-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2028-02-29', 2027],
    ['2027-08-31', 2026],
  ])('%s is in %i', (day, year) => {
    expect(schoolYearOf(isoDate(day))).toBe(year)
  })
  it.each([
    ['2026-08-23', 2025],
    ['2026-08-24', 2026],
    ['2027-08-23', 2026],
  ])('%s is in %i at an academy that begins on 24 August', (day, year) => {
    expect(schoolYearOf(isoDate(day), '08-24')).toBe(year)
  })
  it('runs from its first day to the day before the next', () => {
    expect(schoolYearBounds(isoDate('2027-03-16'))).toEqual({ firstDay: '2026-09-01', lastDay: '2027-08-31' })
    expect(schoolYearBounds(isoDate('2027-08-24'), '08-24')).toEqual({
      firstDay: '2027-08-24',
      lastDay: '2028-08-23',
    })
  })
  it.each(['09-01', '08-24', '08-31'])('leaves no day out and has none twice, beginning on %s', (begins) => {
    const year = schoolYearOf(isoDate('2026-10-01'), begins)
    const next = schoolYearOf(isoDate('2027-10-01'), begins)
    expect(plusDays(lastDayOf(year, begins), 1)).toBe(firstDayOf(next, begins))
    expect(boundsOf(year, begins)).toEqual({
      firstDay: firstDayOf(year, begins),
      lastDay: lastDayOf(year, begins),
    })
  })
  it('is named by both its calendar years', () => {
    expect(schoolYearName(schoolYearOf(isoDate('2027-03-16')))).toBe('2026 to 2027')
  })
  it.each([
    ['2026-08-31T22:59:59Z', 2025],
    ['2026-08-31T23:30:00Z', 2026],
    ['2027-08-31T22:59:00Z', 2026],
    ['2027-08-31T23:10:00Z', 2027],
  ])('turns at midnight in London: %s is in %i', (instant, year) => {
    expect(schoolYearOf(schoolDay(new Date(instant)))).toBe(year)
  })
})
