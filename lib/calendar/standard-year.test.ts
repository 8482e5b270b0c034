import { describe, expect, it } from 'vitest'
import { isoDate, plusDays, weekdayOf } from './iso-date'
import { schoolDaysBetween, schoolDaysOf } from './school-days'
import { easterSunday, standardYear, withStandardYearsBack } from './standard-year'

describe('easterSunday', () => {
  it.each([
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2038-04-25'],
    ['2008-03-23'],
    ['1818-03-22'],
    ['1943-04-25'],
    ['1981-04-19'],
    ['2000-04-23'],
  ])('is on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day)
  })
})

describe('standardYear', () => {
  it('is the calendar of the worked examples for 2026 to 2027', () => {
    const { terms, closedDays } = standardYear(2026)
    expect(terms).toEqual([
      { name: 'Autumn', firstDay: '2026-09-02', lastDay: '2026-12-18' },
      { name: 'Spring', firstDay: '2027-01-05', lastDay: '2027-03-25' },
      { name: 'Summer', firstDay: '2027-04-12', lastDay: '2027-07-21' },
    ])
    expect(closedDays).toEqual([
      ...['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
      ...['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19', '2027-02-22'],
      ...['2027-05-03', '2027-05-31', '2027-06-01', '2027-06-02', '2027-06-03', '2027-06-04', '2027-06-07'],
    ])
    expect(terms.map((term) => schoolDaysOf({ terms: [term], closedDays }).length)).toEqual([72, 52, 66])
  })
  it('starts the spring a day later where New Year’s Day is kept on the Monday of training', () => {
    expect(standardYear(2027).terms[1]?.firstDay).toBe('2028-01-05')
  })
  it('says why each day is closed', () => {
    const reasons = new Map(standardYear(2026).closures.map(({ day, reason }) => [day, reason]))
    expect(reasons.get(isoDate('2026-10-23'))).toBe('training day')
    expect(reasons.get(isoDate('2026-10-26'))).toBe('half term')
    expect(reasons.get(isoDate('2027-05-03'))).toBe('bank holiday')
  })

  const years = Array.from({ length: 101 }, (_, n) => 1990 + n)

  it('has 190 school days in three terms from September to July, in any year from 1990 to 2090', () => {
    for (const year of years) {
      const { terms, closedDays } = standardYear(year)
      const days = schoolDaysOf({ terms, closedDays })
      const ends = terms.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay])
      const [first, last] = [ends[0] ?? '', ends.at(-1) ?? '']
      expect([days.length, terms.length], `in ${year}`).toEqual([190, 3])
      expect(
        ends.filter((day) => !days.includes(day)),
        `in ${year}`,
      ).toEqual([])
      expect(first >= `${year}-09-02` && first <= `${year}-09-05`, first).toBe(true)
      expect(last >= `${year + 1}-07-18` && last <= `${year + 1}-07-26`, last).toBe(true)
      expect(
        closedDays.filter((day) => weekdayOf(day) > 5),
        `in ${year}`,
      ).toEqual([])
      expect(new Set(closedDays).size, `in ${year}`).toBe(closedDays.length)
    }
  })
  it('is closed at Christmas, New Year and Easter, and on May Day', () => {
    for (const year of years) {
      const days = schoolDaysOf(standardYear(year))
      const easter = easterSunday(year + 1)
      const mayDay = [1, 2, 3, 4, 5, 6, 7]
        .map((n) => isoDate(`${year + 1}-05-0${n}`))
        .find((day) => weekdayOf(day) === 1)
      const holidays = ['12-24', '12-25', '12-26', '12-31'].map((day) => isoDate(`${year}-${day}`))
      holidays.push(isoDate(`${year + 1}-01-01`), plusDays(easter, -2), plusDays(easter, 1), mayDay ?? easter)
      expect(
        holidays.filter((day) => days.includes(day)),
        `in ${year}`,
      ).toEqual([])
    }
  })
})

describe('withStandardYearsBack', () => {
  const own = { terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }], closedDays: [] }

  it('counts in the usual years what the school’s own calendar does not reach', () => {
    const back = withStandardYearsBack(own, isoDate('2024-06-03'))
    // Monday to Friday of one ordinary week in June
    expect(schoolDaysBetween(back, isoDate('2024-06-10'), isoDate('2024-06-14'))).toBe(4)
    expect(schoolDaysOf(back)).toHaveLength(3 * 190 + schoolDaysOf(own).length)
  })

  it('leaves a calendar that reaches so far as it is, and does not add a year that begins in August twice', () => {
    expect(withStandardYearsBack(own, isoDate('2026-09-02'))).toBe(own)
    const august = { ...own, terms: [{ firstDay: isoDate('2026-08-27'), lastDay: isoDate('2026-12-18') }] }
    expect(withStandardYearsBack(august, isoDate('2026-06-01')).terms).toHaveLength(4)
  })
})
