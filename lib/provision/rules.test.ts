import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { deliveryOf, type Dosage, isQuiet, plannedSessions, provisionNotes, quietSchoolDays } from './rules'

// Monday 2 November 2026 to Friday 18 December, with one training day on Monday 16 November.
const calendar: SchoolCalendar = {
  terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: [isoDate('2026-11-16')],
}
const dosage = (over: Partial<Dosage> = {}): Dosage => ({
  minutes: 10,
  perWeek: 4,
  from: isoDate('2026-11-02'),
  until: isoDate('2026-11-27'),
  ...over,
})

describe('plannedSessions', () => {
  it.each([
    ['the day before it begins', '2026-11-01', 0],
    ['its first day: 1 of 5 school days, not yet a session', '2026-11-02', 0],
    ['its second day: 2 of 5', '2026-11-03', 1],
    ['the end of its first week', '2026-11-06', 4],
    ['the Sunday after', '2026-11-08', 4],
    ['the end of the second week', '2026-11-13', 8],
    ['the end of a week of four school days: 3.2 more', '2026-11-20', 11],
    ['its last day: 19 school days', '2026-11-27', 15],
    ['long after it ended', '2026-12-18', 15],
  ])('on %s', (_when, today, planned) => {
    expect(plannedSessions(dosage(), calendar, isoDate(today))).toBe(planned)
  })

  it.each([
    ['nobody said how often', { perWeek: null }],
    ['nobody said from when', { from: null }],
  ])('is not known where %s', (_why, over) => {
    expect(plannedSessions(dosage(over), calendar, isoDate('2026-11-20'))).toBeNull()
  })

  it('counts on without an end until today', () => {
    expect(plannedSessions(dosage({ until: null }), calendar, isoDate('2026-12-04'))).toBe(19)
  })

  it('counts several a day', () => {
    expect(plannedSessions(dosage({ perWeek: 10 }), calendar, isoDate('2026-11-06'))).toBe(10)
  })
})

describe('deliveryOf', () => {
  const given = { given: 9, partly: 1, notGiven: 2, minutes: 96, lastNoteOn: null }

  it('sets what was given beside what was planned so far', () => {
    expect(deliveryOf(dosage(), given, calendar, isoDate('2026-11-20'))).toEqual({
      planned: 11,
      plannedMinutes: 110,
      given: 9,
      partly: 1,
      notGiven: 2,
      minutes: 96,
      from: '2026-11-02',
    })
  })

  it('counts sessions without minutes where a session has no length', () => {
    const delivery = deliveryOf(dosage({ minutes: null }), given, calendar, isoDate('2026-11-20'))
    expect([delivery.planned, delivery.plannedMinutes]).toEqual([11, null])
  })
})

describe('quietSchoolDays (R12)', () => {
  const provision = { from: isoDate('2026-11-02'), until: null }

  it.each([
    ['not begun', '2026-10-30', null, null, false],
    ['begun on this day and never noted', '2026-11-02', null, 1, false],
    ['9 school days in, never noted', '2026-11-12', null, 9, false],
    ['10 school days in, never noted', '2026-11-13', null, 10, true],
    ['noted today', '2026-11-20', '2026-11-20', 0, false],
    ['noted 9 school days ago', '2026-11-20', '2026-11-06', 9, false],
    ['noted 10 school days ago', '2026-11-23', '2026-11-06', 10, true],
    ['noted on a Saturday', '2026-11-09', '2026-11-07', 1, false],
    ['noted before this provision began', '2026-11-03', '2026-10-20', 2, false],
  ])('%s', (_when, today, last, days, quiet) => {
    const answer = quietSchoolDays(
      { ...provision, lastNoteOn: last === null ? null : isoDate(last) },
      calendar,
      isoDate(today),
    )
    expect(answer).toBe(days)
    expect(isQuiet(answer)).toBe(quiet)
  })

  it('says nothing of a provision that has ended', () => {
    const ended = { from: isoDate('2026-11-02'), until: isoDate('2026-11-20'), lastNoteOn: null }
    expect(quietSchoolDays(ended, calendar, isoDate('2026-11-21'))).toBeNull()
    expect(quietSchoolDays(ended, calendar, isoDate('2026-11-20'))).toBe(14)
  })
})

describe('provisionNotes', () => {
  const full = {
    ...dosage(),
    ...{ what: 'Precision teaching', deliverer: 'Joan Pickering', groupSize: 1, outcomeIds: ['words'] },
  }
  const plan = { reviewDue: isoDate('2026-12-04') }

  it('has nothing to say of a provision that says all', () => {
    expect(provisionNotes(full, plan)).toEqual([])
  })

  it.each([
    ['no outcome', { outcomeIds: [] }, 'outcomeIds'],
    ['nobody to give it', { deliverer: null }, 'no-deliverer'],
    ['no times a week', { perWeek: null }, 'no-per-week'],
    ['no first day', { from: null }, 'no-from'],
    ['words that promise nothing', { what: 'Help as required' }, 'vague-words'],
    ['a first day after the review', { from: isoDate('2026-12-05'), until: isoDate('2026-12-18') }, 'from'],
  ])('notes %s', (_what, over, part) => {
    expect(provisionNotes({ ...full, ...over }, plan).map((note) => note.part)).toEqual([part])
  })
})
