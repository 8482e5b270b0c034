import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageOn,
  dateRange,
  dayAndMonth,
  daysBetween,
  isoDate,
  isoDateFromParts,
  longDate,
  plusDays,
  plusMonths,
  schoolDay,
  schoolTime,
  shortDate,
  timeOfDay,
  weekdayDate,
  weekdayOf,
} from './iso-date'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))

describe('isoDate', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '0026-01-01',
    '20226-01-01',
    '2026-1-1',
    '',
    ' 2026-01-01',
    '2026-07-01T00:00:00Z',
    '２０２６-01-01',
  ])('refuses "%s"', (text) => {
    expect(() => isoDate(text)).toThrow(RangeError)
  })
  it.each(['2028-02-29', '2000-02-29', '1999-12-31', '2026-07-01'])('accepts %s', (text) => {
    expect(isoDate(text)).toBe(text)
  })
  it('says nothing of what was typed, which may be somebody’s birth date', () => {
    expect(() => isoDate('31/12/2015')).toThrow(/^not a calendar date$/)
  })
})

describe('isoDateFromParts', () => {
  it.each([
    ['1', '9', '2026', '2026-09-01'],
    ['01', '09', '2026', '2026-09-01'],
    [' 29 ', '2', '2028', '2028-02-29'],
    ['1', '1', '1900', '1900-01-01'],
    ['31', '12', '2200', '2200-12-31'],
  ])('reads %s %s %s', (day, month, year, expected) => {
    expect(isoDateFromParts(day, month, year)).toBe(expected)
  })
  it.each([
    ['31', '2', '2026', 'there is no 31 February'],
    ['29', '2', '2027', '2027 is no leap year'],
    ['31', '4', '2026', 'April has 30 days'],
    ['1', '13', '2026', 'there is no month 13'],
    ['0', '1', '2026', 'days begin at 1'],
    ['1', '9', '20226', 'a year too long by a digit'],
    ['1', '9', '26', 'a year without its century'],
    ['1', '9', '1899', 'too long ago'],
    ['1', '9', '2201', 'too far ahead'],
    ['1e1', '9', '2026', 'not a number as people write it'],
    ['-1', '9', '2026', 'a minus'],
    ['1', 'Sept', '2026', 'a word'],
    ['', '', '', 'nothing at all'],
    ['1', '9', '', 'no year'],
  ])('refuses %s %s %s: %s', (day, month, year) => {
    expect(isoDateFromParts(day, month, year)).toBeNull()
  })
})

describe('schoolDay', () => {
  it.each([
    ['2026-07-01T23:30:00Z', '2026-07-02', 'the hour after midnight in summer'],
    ['2026-12-01T23:30:00Z', '2026-12-01', 'the hour before midnight in winter'],
    ['2027-03-28T00:59:59Z', '2027-03-28', 'the second before the clocks go forward'],
    ['2027-03-28T23:00:00Z', '2027-03-29', 'the night after the clocks went forward'],
    ['2026-10-24T23:00:00Z', '2026-10-25', 'the night the clocks go back'],
    ['2026-10-25T23:59:59Z', '2026-10-25', 'the night after the clocks went back'],
    ['2027-12-31T23:59:59.999Z', '2027-12-31', 'the last moment of a year'],
  ])('%s is %s: %s', (instant, day) => {
    expect(schoolDay(new Date(instant))).toBe(day)
  })
  it('is the day Intl gives for London at any half hour of three years, wherever this runs', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    const start = Date.UTC(2026, 0, 1)
    for (let n = 0; n < 3 * 365 * 48; n += 1) {
      const instant = new Date(start + n * 1_800_000)
      const [day, month, year] = london.format(instant).split('/')
      if (schoolDay(instant) !== `${year}-${month}-${day}`) expect.unreachable(instant.toISOString())
    }
  })
  it('refuses an instant that is none', () => {
    expect(() => schoolDay(new Date('never'))).toThrow(RangeError)
  })
})

describe('counting days', () => {
  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-01', -1, '2027-02-28'],
    ['2026-09-01', 0, '2026-09-01'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (day, n, expected) => {
    expect(plusDays(isoDate(day), n)).toBe(expected)
  })
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-29', 12, '2027-03-29'],
  ])('%s and %i months is %s', (day, n, expected) => {
    expect(plusMonths(isoDate(day), n)).toBe(expected)
  })
  it('goes there and back, and measures the way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const then = plusDays(day, n)
        expect(isoDate(then)).toBe(then)
        expect(daysBetween(day, then)).toBe(n)
        expect(plusDays(then, -n)).toBe(day)
        expect(then < day).toBe(n < 0)
      }),
    )
  })
  it.each([
    ['2027-03-15', 1],
    ['2027-03-16', 2],
    ['2027-03-21', 7],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('%s is day %i of its week', (day, weekday) => {
    expect(weekdayOf(isoDate(day))).toBe(weekday)
  })
})

describe('ageOn', () => {
  it.each([
    ['2018-05-03', '2027-05-02', 8, 'the day before the birthday'],
    ['2018-05-03', '2027-05-03', 9, 'the birthday'],
    ['2016-02-29', '2027-02-28', 10, 'a leap-day child, the day before 1 March'],
    ['2016-02-29', '2027-03-01', 11, 'a leap-day child on 1 March'],
    ['2016-02-29', '2028-02-29', 12, 'a leap-day child on the day itself'],
    ['2026-09-01', '2026-09-01', 0, 'the day of birth'],
  ])('born %s, on %s: %i, %s', (born, day, age) => {
    expect(ageOn(isoDate(born), isoDate(day))).toBe(age)
  })
})

describe('days and times in words', () => {
  it('writes a day in each of its forms', () => {
    const day = isoDate('2027-03-16')
    expect(longDate(day)).toBe('16 March 2027')
    expect(weekdayDate(day)).toBe('Tuesday 16 March 2027')
    expect(shortDate(day)).toBe('16 Mar')
    expect(dayAndMonth(isoDate('2026-09-01'))).toBe('1 September')
  })
  it('writes every day as Intl writes it', () => {
    const long = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (day) => {
        const utc = new Date(`${day}T00:00:00Z`)
        expect(longDate(day)).toBe(long.format(utc))
        expect(weekdayDate(day)).toBe(`${weekday.format(utc)} ${long.format(utc)}`)
      }),
    )
  })
  it.each([
    ['2026-09-01', '2026-09-05', '1 to 5 September 2026'],
    ['2026-10-26', '2026-11-02', '26 October to 2 November 2026'],
    ['2026-12-30', '2027-01-02', '30 December 2026 to 2 January 2027'],
    ['2026-09-01', '2027-09-05', '1 September 2026 to 5 September 2027'],
    ['2026-09-01', '2026-09-01', '1 September 2026'],
  ])('writes %s to %s as %s', (from, to, words) => {
    expect(dateRange(isoDate(from), isoDate(to))).toBe(words)
  })
  it.each([
    ['15:30', '3:30pm'],
    ['15:30:00', '3:30pm'],
    ['09:00', '9am'],
    ['08:15', '8:15am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['00:00', 'midnight'],
    ['00:05', '12:05am'],
    ['23:59', '11:59pm'],
  ])('writes %s as %s', (time, words) => {
    expect(timeOfDay(time)).toBe(words)
  })
  it.each(['24:00', '9:00', '12:60', '', '3:30pm'])('refuses "%s" as a time', (time) => {
    expect(() => timeOfDay(time)).toThrow(RangeError)
  })
})

describe('schoolTime', () => {
  it.each([
    ['2026-11-20T09:05:00Z', '09:05', 'winter'],
    ['2026-07-01T23:30:00Z', '00:30', 'summer, past midnight at school'],
    ['2027-03-28T01:00:00Z', '02:00', 'the hour the clocks go on'],
  ])('at %s is %s: %s', (instant, time) => {
    expect(schoolTime(new Date(instant))).toBe(time)
  })
})
