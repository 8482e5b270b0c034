import { describe, expect, it } from 'vitest'
import { isoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import { schoolYearOf } from '@/lib/calendar/school-year'
import {
  compulsorySchoolAgeEnds,
  expectedYearGroup,
  isOverCompulsorySchoolAge,
  yearGroupWords,
} from './rules'

describe('compulsorySchoolAgeEnds', () => {
  it.each([
    ['2011-03-10', '2027-06-25', 'turns 16 in March'],
    ['2010-09-15', '2027-06-25', 'turns 16 in the autumn before'],
    ['2010-08-30', '2026-06-26', 'turns 16 in August, after the day itself'],
    ['2010-08-31', '2026-06-26', 'the last birthday of a school year'],
    ['2010-09-01', '2027-06-25', 'the first birthday of the next'],
    ['2011-09-01', '2028-06-30', 'a June that ends on a Friday'],
    ['2012-02-29', '2028-06-30', 'born on a leap day'],
    ['2011-06-26', '2027-06-25', 'turns 16 the day after'],
    ['2007-12-31', '2024-06-28', 'born on the last day of a year'],
  ])('born on %s: %s, %s', (born, ends) => {
    expect(compulsorySchoolAgeEnds(isoDate(born))).toBe(ends)
  })
  it('is always the last Friday of a June, at 15 or 16', () => {
    for (let born = isoDate('2005-01-01'); born < '2016-01-01'; born = plusDays(born, 11)) {
      const ends = compulsorySchoolAgeEnds(born)
      expect([weekdayOf(ends), ends.slice(5, 7), plusDays(ends, 7).slice(5, 7)]).toEqual([5, '06', '07'])
      expect(Number(ends.slice(0, 4)) - Number(born.slice(0, 4))).toBe(born.slice(5) < '09-01' ? 16 : 17)
    }
  })
  it('lasts to the end of that day', () => {
    const born = isoDate('2011-03-10')
    expect(isOverCompulsorySchoolAge(born, isoDate('2027-06-25'))).toBe(false)
    expect(isOverCompulsorySchoolAge(born, isoDate('2027-06-26'))).toBe(true)
  })
})

describe('year groups', () => {
  const schoolYear = schoolYearOf(isoDate('2026-11-21'))

  it.each([
    ['2015-08-31', 7],
    ['2015-09-01', 6],
    ['2022-08-31', 0],
    ['2022-09-01', -1],
    ['2023-09-01', -2],
    ['2008-09-01', 13],
    ['2016-02-29', 6],
  ])('someone born on %s is usually in year %i in 2026 to 2027', (born, yearGroup) => {
    expect(expectedYearGroup(isoDate(born), schoolYear)).toBe(yearGroup)
  })
  it.each([
    [-2, 'Nursery 1'],
    [-1, 'Nursery 2'],
    [0, 'Reception'],
    [1, 'Year 1'],
    [13, 'Year 13'],
  ])('%i is written "%s"', (yearGroup, words) => {
    expect(yearGroupWords(yearGroup)).toBe(words)
  })
})
