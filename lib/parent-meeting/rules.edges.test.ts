import { describe, expect, it } from 'vitest'
import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import {
  DEFAULT_STANDING_SETTINGS,
  explainedStanding,
  parentMeetingStanding,
  type StandingInput,
} from './rules'
import { booked, cancelled, declined, held, noShow, period, pupilOn, yearOf2026 } from './standing.fixture'

const standing = parentMeetingStanding

describe('the day the state turns', () => {
  it.each([
    ['2026-08-31', 'not-in-scope', 'before the year'],
    ['2026-09-01', 'on-track', 'its first day'],
    ['2027-03-11', 'at-risk', 'the second due point, the first already missed'],
    ['2027-07-19', 'at-risk', 'three school days for three meetings'],
    ['2027-07-20', 'not-met', 'two for three'],
    ['2027-08-31', 'not-met', 'the last day of the year'],
  ])('with no meeting, on %s: %s, %s', (today, state) => {
    expect(standing(pupilOn(today)).state).toBe(state)
  })
  it('not met is mended by a real meeting before September', () => {
    const meetings = [held('2026-10-14'), held('2027-02-03'), held('2027-08-31')]
    expect(standing(pupilOn('2027-08-30', meetings)).state).toBe('not-met')
    expect(standing(pupilOn('2027-08-31', meetings)).state).toBe('met')
  })
  it('stays as it was when looked back at from a later year', () => {
    const meetings = [held('2026-10-14'), held('2027-02-03'), held('2027-06-09'), held('2027-09-20')]
    expect(standing(pupilOn('2028-03-01', meetings))).toMatchObject({
      state: 'met',
      held: 3,
      schoolDaysLeft: 0,
    })
  })
  it('moves with the school’s own warning and closed days', () => {
    const settings = { ...DEFAULT_STANDING_SETTINGS, phoneCounts: true, proRata: true, warnSchoolDays: 0 }
    expect(standing(pupilOn('2026-12-18', [], { settings })).state).toBe('on-track')
    expect(standing(pupilOn('2026-12-19', [], { settings })).state).toBe('at-risk')
    const closedDays = [...yearOf2026.closedDays, isoDate('2026-12-18')]
    expect(standing(pupilOn('2026-12-04', [], { closedDays })).state).toBe('at-risk')
  })
})

describe('what is due next', () => {
  it.each([
    ['2026-09-10', 'the first', [], '2026-12-04'],
    ['2026-11-20', 'the second, as the first is held', [held('2026-10-14')], '2027-03-11'],
    ['2027-01-20', 'the third, young as spring is', [held('2026-10-14'), held('2027-01-14')], '2027-07-07'],
    ['2026-12-05', 'the next due point, as one has gone by', [], '2027-03-11'],
    ['2027-07-08', 'the last school day', [held('2026-10-14'), held('2027-01-14')], '2027-07-21'],
  ])('on %s is %s', (today, _what, meetings, nextDue) => {
    expect(standing(pupilOn(today, meetings)).nextDue).toBe(nextDue)
  })
})

describe('part of a year', () => {
  // The spring term has 52 school days: 26 of them are from 10 February on, or up to 9 February.
  it.each<[string, string | null, number, string]>([
    ['2027-02-10', null, 2, 'from the day with half of spring still to come'],
    ['2027-02-11', null, 1, 'from the day after'],
    ['2026-09-01', '2027-02-09', 2, 'to the day with half of spring gone'],
    ['2026-09-01', '2027-02-08', 1, 'to the day before'],
    ['2026-09-03', null, 3, 'every term, though a day is missing'],
    ['2026-09-01', '2027-07-20', 3, 'all but the last day'],
  ])('%s to %s needs %i: %s', (from, until, required) => {
    expect(standing(pupilOn('2027-07-21', [], { inScope: [period(from, until)] })).required).toBe(required)
  })
  it('joins what was on, off and on again (C13)', () => {
    const inScope = [period('2027-04-12'), period('2026-09-01', '2026-12-18')]
    expect(standing(pupilOn('2027-02-01', [], { inScope }))).toMatchObject({ state: 'at-risk', required: 2 })
    expect(
      standing(pupilOn('2027-07-01', [held('2026-10-14'), held('2027-05-12')], { inScope })),
    ).toMatchObject({
      state: 'part-year-met',
      required: 2,
      held: 2,
    })
  })
  it('counts no day twice where two periods overlap', () => {
    // 12 + 12 of the spring term's 52 school days, the same ones: not half of it.
    const inScope = [period('2027-01-05', '2027-01-27'), period('2027-01-05', '2027-01-27')]
    expect(standing(pupilOn('2027-03-01', [], { inScope })).required).toBe(0)
  })
  it.each([
    [
      'one beginning inside the other',
      period('2026-09-01', '2026-12-01'),
      period('2026-11-01', '2027-02-12'),
    ],
    ['one within the other', period('2026-09-01', '2027-02-12'), period('2026-11-01', '2026-12-01')],
    [
      'one from the day after the other',
      period('2026-09-01', '2026-12-01'),
      period('2026-12-02', '2027-02-12'),
    ],
  ])('takes two periods for one, %s', (_how, ...inScope) => {
    const whole = { inScope: [period('2026-09-01', '2027-02-12')] }
    for (const today of ['2026-12-08', '2027-02-12', '2027-02-13'])
      expect(standing(pupilOn(today, [], { inScope }))).toEqual(standing(pupilOn(today, [], whole)))
  })
  it('ends with the last day of support, on which the exit meeting still counts', () => {
    const inScope = [period('2026-09-01', '2027-02-12')]
    const meetings = [held('2026-11-10'), held('2027-02-12')]
    expect(standing(pupilOn('2027-02-12', meetings.slice(0, 1), { inScope })).state).toBe('on-track')
    expect(standing(pupilOn('2027-02-13', meetings.slice(0, 1), { inScope })).state).toBe('not-met')
    expect(standing(pupilOn('2027-02-13', meetings, { inScope })).state).toBe('part-year-met')
    expect(standing(pupilOn('2027-02-13', [held('2027-02-13')], { inScope })).held).toBe(0)
  })
  it('asks three of everyone where the school does not share the year out', () => {
    const settings = { ...DEFAULT_STANDING_SETTINGS, phoneCounts: true, proRata: false, warnSchoolDays: 10 }
    const late = { inScope: [period('2027-06-28')], settings }
    expect(standing(pupilOn('2027-07-22', [], late))).toMatchObject({ state: 'not-met', required: 3 })
    const ended = { inScope: [period('2026-09-01', '2027-02-12')], settings }
    const two = [held('2026-11-10'), held('2027-01-20')]
    expect(standing(pupilOn('2027-02-13', two, ended))).toMatchObject({
      state: 'not-met',
      required: 3,
      held: 2,
    })
  })
  it.each([
    ['no period at all', []],
    ['only last year', [period('2025-09-01', '2026-08-31')]],
    ['only next year', [period('2027-09-01')]],
    ['not yet begun', [period('2027-01-06')]],
    ['a period that ends before it begins', [period('2026-10-02', '2026-10-01')]],
  ])('is not in scope with %s', (_what, inScope) => {
    expect(standing(pupilOn('2026-11-02', [held('2026-10-14')], { inScope }))).toMatchObject({
      state: 'not-in-scope',
      held: 0,
      nextDue: null,
    })
  })
  it('is in scope from the first day of support', () => {
    expect(standing(pupilOn('2027-01-06', [], { inScope: [period('2027-01-06')] })).state).toBe('on-track')
  })
  it('ends this year though the pupil comes back on the register next year', () => {
    const inScope = [period('2026-09-01', '2027-02-12'), period('2027-09-10')]
    expect(standing(pupilOn('2027-03-01', [held('2026-11-10')], { inScope })).state).toBe('not-met')
  })
})

describe('booked meetings', () => {
  it('help until the end of this term, when they would count', () => {
    const at = (meetings: StandingInput['meetings']) => standing(pupilOn('2026-12-07', meetings))
    expect(at([booked('2026-12-07')])).toMatchObject({ state: 'on-track', booked: 1 })
    expect(at([booked('2026-12-18')])).toMatchObject({ state: 'on-track', booked: 1 })
    expect(at([booked('2026-12-19')])).toMatchObject({ state: 'at-risk', booked: 0 })
    expect(at([booked('2026-12-06')])).toMatchObject({ state: 'at-risk', booked: 0 })
    expect(at([booked('2026-12-10', { ledByTeacherOrSenco: false })])).toMatchObject({
      state: 'at-risk',
      booked: 0,
    })
    expect(at([booked('2026-12-10', { isSenDiscussion: false })])).toMatchObject({
      state: 'at-risk',
      booked: 0,
    })
  })
  it('do not help between terms: the one booked for next term waits for it to begin', () => {
    const meetings = [booked('2027-01-14')]
    expect(standing(pupilOn('2026-12-22', meetings))).toMatchObject({ state: 'at-risk', booked: 0 })
    expect(standing(pupilOn('2027-01-05', meetings))).toMatchObject({ state: 'on-track', booked: 1 })
  })
  it('by phone help only where a phone call counts', () => {
    const settings = { ...DEFAULT_STANDING_SETTINGS, phoneCounts: false, proRata: true, warnSchoolDays: 10 }
    expect(
      standing(pupilOn('2026-12-07', [booked('2026-12-10', { format: 'phone' })], { settings })).booked,
    ).toBe(0)
  })
  it('add nothing on a day or in a round that counts already', () => {
    const at = (...more: StandingInput['meetings']) =>
      standing(pupilOn('2026-12-07', [held('2026-12-07', { roundId: 'autumn' }), ...more]))
    expect(at(booked('2026-12-07', { roundId: 'autumn' }))).toMatchObject({ held: 1, booked: 0 })
    expect(at(booked('2026-12-07'))).toMatchObject({ held: 1, booked: 0 })
    expect(at(booked('2026-12-09', { roundId: 'autumn' }))).toMatchObject({ held: 1, booked: 0 })
    expect(at(booked('2026-12-10'))).toMatchObject({ held: 1, booked: 1 })
    expect(at(booked('2026-12-10'), booked('2026-12-10'))).toMatchObject({ held: 1, booked: 1 })
  })
  it('do not make a year met', () => {
    const meetings = [held('2026-10-14'), held('2027-02-03'), booked('2027-03-16')]
    expect(standing(pupilOn('2027-03-16', meetings))).toMatchObject({ state: 'on-track', held: 2, booked: 1 })
  })
})

describe('a school that has not entered its terms', () => {
  it('is told of no missed meeting before its year is over', () => {
    const none = { terms: [], closedDays: [] }
    expect(standing(pupilOn('2027-07-30', [], none))).toMatchObject({ state: 'on-track', nextDue: null })
    expect(standing(pupilOn('2027-09-01', [], none)).state).toBe('not-met')
  })
  it('has no due point in a term shorter than the warning', () => {
    const terms = [{ firstDay: isoDate('2026-09-07'), lastDay: isoDate('2026-09-18') }]
    expect(standing(pupilOn('2026-09-18', [], { terms }))).toMatchObject({
      expectedByNow: 0,
      state: 'not-met',
    })
    expect(standing(pupilOn('2026-09-08', [], { terms }))).toMatchObject({
      state: 'on-track',
      nextDue: '2026-09-18',
    })
  })
})

describe('the calendar handed in', () => {
  it('never asks for more than three, though a school enters six half terms', () => {
    const [autumn, spring, summer] = yearOf2026.terms
    const halves = [autumn, spring, summer].flatMap((term, index) => {
      const halfWay = isoDate(['2026-10-22', '2027-02-12', '2027-05-28'][index] ?? '')
      return term
        ? [
            { ...term, lastDay: halfWay },
            { ...term, firstDay: plusDays(halfWay, 1) },
          ]
        : []
    })
    expect(standing(pupilOn('2027-07-19', [], { terms: halves }))).toMatchObject({
      required: 3,
      expectedByNow: 3,
    })
  })
  it('may hold other years too, and its terms in any order', () => {
    const before = { firstDay: isoDate('2026-04-13'), lastDay: isoDate('2026-07-20') }
    const after = { firstDay: isoDate('2027-09-02'), lastDay: isoDate('2027-12-17') }
    const terms = [after, ...[...yearOf2026.terms].reverse(), before]
    for (const today of ['2026-12-04', '2026-12-05', '2027-03-12', '2027-07-20', '2027-07-22']) {
      const meetings = [held('2026-10-14'), booked('2027-03-20')]
      expect(standing(pupilOn(today, meetings, { terms }))).toEqual(standing(pupilOn(today, meetings)))
    }
  })
  it('is read anew for another year, warning or closed day of the same terms', () => {
    const base = pupilOn('2026-12-05')
    const wide = { ...base, settings: { ...base.settings, warnSchoolDays: 5 } }
    const short = { ...base, year: { ...base.year, lastDay: isoDate('2027-04-10') } }
    const snow = { ...base, closedDays: [...base.closedDays, isoDate('2027-01-20')] }
    const late = { ...base, year: { ...base.year, firstDay: isoDate('2026-12-05') } }
    const asked = [base, short, base, late, base, wide, short, snow, base].map((input) => standing(input))
    expect(asked.map(({ state, schoolDaysLeft }) => [state, schoolDaysLeft])).toEqual([
      ['at-risk', 128],
      ['at-risk', 62],
      ['at-risk', 128],
      ['on-track', 128],
      ['at-risk', 128],
      ['on-track', 128],
      ['at-risk', 62],
      ['at-risk', 127],
      ['at-risk', 128],
    ])
  })
})

describe('explainedStanding', () => {
  it('names no booking that would add nothing as the next', () => {
    const today = '2027-03-16'
    const twice = [held(today, { id: 'b' }), booked(today, { id: 'a' }), booked('2027-04-20')]
    expect(explainedStanding(pupilOn(today, twice)).reasons.nextBooked).toBe('2027-04-20')
  })
  it('hands over what the sentence needs', () => {
    const meetings = [
      held('2027-02-10'),
      noShow('2027-03-02'),
      declined('2027-05-20'),
      cancelled('2027-03-04'),
      booked('2027-06-02'),
    ]
    const inScope = [period('2027-01-06', '2027-06-30')]
    expect(explainedStanding(pupilOn('2027-03-16', meetings, { inScope })).reasons).toEqual({
      today: '2027-03-16',
      heldOn: ['2027-02-10'],
      nextBooked: '2027-06-02',
      lastDue: '2027-03-11',
      lastSchoolDay: '2027-07-21',
      startedOn: '2027-01-06',
      endedOn: '2027-06-30',
      offered: 3,
    })
  })
})
