import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { countedMeetings, type NotCounted, onePerDayAndRound } from './counting.rules'
import { DEFAULT_STANDING_SETTINGS } from './rules'
import { booked, cancelled, declined, held, noShow, period, pupilOn } from './standing.fixture'

const first = (...given: Parameters<typeof pupilOn>) => countedMeetings(pupilOn(...given))[0]

describe('a meeting that was held', () => {
  it('counts when a parent came, a teacher or the SENCO led, and it was about SEN', () => {
    const meeting = held('2026-10-14')
    expect(first('2027-03-16', [meeting])).toEqual({
      id: meeting.id,
      on: '2026-10-14',
      counts: true,
      reason: null,
    })
  })
  it.each<[NotCounted, string, ReturnType<typeof held>]>([
    ['another-year', 'the day before the year', held('2026-08-31')],
    ['another-year', 'the day after it', held('2027-09-01')],
    [
      'cancelled',
      'it was cancelled, though a parent is ticked',
      cancelled('2026-10-14', { parentAttended: true }),
    ],
    ['no-show', 'nobody came', noShow('2026-10-14')],
    ['declined', 'the parent declined', declined('2026-10-14')],
    ['not-sen-discussion', 'it was a coffee morning', held('2026-10-14', { isSenDiscussion: false })],
    ['not-led', 'an assistant led it', held('2026-10-14', { ledByTeacherOrSenco: false })],
    ['booked', 'it is still to be recorded', booked('2026-10-14')],
    ['future', 'it is said to have been held tomorrow', held('2027-03-17')],
    ['no-parent', 'no parent came', held('2026-10-14', { parentAttended: false })],
  ])('does not count, %s: %s', (reason, _why, meeting) => {
    expect(first('2027-03-16', [meeting])).toEqual({ id: meeting.id, on: meeting.on, counts: false, reason })
  })
  it('counts on the first and the last day of the year', () => {
    const meetings = [held('2026-09-01'), held('2027-08-31')]
    expect(countedMeetings(pupilOn('2027-08-31', meetings)).map(({ counts }) => counts)).toEqual([true, true])
  })
  it('counts today', () => {
    expect(first('2027-03-16', [held('2027-03-16')])).toMatchObject({ counts: true })
  })
  it('counts from the first to the last day on the register, both included, and on none between two periods', () => {
    const inScope = [period('2026-10-14', '2026-11-20'), period('2027-02-01')]
    const days = ['2026-10-13', '2026-10-14', '2026-11-20', '2026-11-21', '2027-01-31', '2027-02-01']
    const meetings = days.map((day) => held(day))
    expect(countedMeetings(pupilOn('2027-03-16', meetings, { inScope })).map(({ reason }) => reason)).toEqual(
      ['not-in-scope', null, null, 'not-in-scope', 'not-in-scope', null],
    )
  })
  it('by phone counts only where the school lets it', () => {
    const phone = [held('2026-10-14', { format: 'phone' })]
    const settings = { ...DEFAULT_STANDING_SETTINGS, phoneCounts: false, proRata: true, warnSchoolDays: 10 }
    expect(first('2027-03-16', phone)).toMatchObject({ counts: true })
    expect(first('2027-03-16', phone, { settings })).toMatchObject({ reason: 'phone' })
    expect(first('2027-03-16', [held('2026-10-14', { format: 'video' })], { settings })).toMatchObject({
      counts: true,
    })
  })
})

describe('a young person who comes alone', () => {
  const alone = (on: string) => held(on, { parentAttended: false, youngPersonAttended: true })
  const ends = isoDate('2027-06-25')

  it.each<[string, NotCounted | null, string]>([
    ['2027-06-24', 'no-parent', 'the day before'],
    ['2027-06-25', 'no-parent', 'the day itself, which is still of compulsory school age'],
    ['2027-06-26', null, 'the day after'],
  ])('on %s: %s, %s compulsory school age ends', (on, reason) => {
    expect(first('2027-07-20', [alone(on)], { compulsorySchoolAgeEnds: ends })).toMatchObject({ reason })
  })
  it('does not count where the birth date is not known', () => {
    expect(first('2027-07-20', [alone('2027-06-30')])).toMatchObject({ reason: 'no-parent' })
  })
  it('is not needed where a parent came', () => {
    const meetings = [held('2027-06-30')]
    expect(first('2027-07-20', meetings, { compulsorySchoolAgeEnds: ends })).toMatchObject({ counts: true })
  })
})

describe('one a day and one a round (C7)', () => {
  const reasons = (...meetings: ReturnType<typeof held>[]) =>
    countedMeetings(pupilOn('2027-07-22', meetings)).map(({ counts, reason }) => (counts ? 'counts' : reason))

  it('counts the first of a round held on several days, in whatever order they were written down', () => {
    const mother = held('2027-02-03', { roundId: 'spring' })
    const father = held('2027-02-05', { roundId: 'spring' })
    expect(reasons(mother, father)).toEqual(['counts', 'same-round'])
    expect(reasons(father, mother)).toEqual(['same-round', 'counts'])
  })
  it('counts one of two on a day, also where they are of two rounds', () => {
    const one = held('2027-02-03', { id: 'a', roundId: 'one' })
    const two = held('2027-02-03', { id: 'b', roundId: 'two' })
    expect(reasons(one, two)).toEqual(['counts', 'same-day'])
    expect(reasons(two, one)).toEqual(['same-day', 'counts'])
  })
  it('counts separate meetings with each parent on different days', () => {
    expect(reasons(held('2027-02-03'), held('2027-02-05'))).toEqual(['counts', 'counts'])
  })
  it('passes over the one of a round that nobody came to', () => {
    const nobody = held('2027-02-03', { roundId: 'spring', parentAttended: false })
    expect(reasons(nobody, held('2027-02-05', { roundId: 'spring' }))).toEqual(['no-parent', 'counts'])
  })
  it('loses no meeting to a round that has another day to stand on', () => {
    const mother = held('2027-02-03', { id: 'a', roundId: 'spring' })
    const other = held('2027-02-03', { id: 'b' })
    const father = held('2027-02-05', { id: 'c', roundId: 'spring' })
    expect(reasons(other, father)).toEqual(['counts', 'counts'])
    expect(reasons(mother, other, father)).toEqual(['same-round', 'counts', 'counts'])
  })
  it('gives the meetings that count in order of their days', () => {
    const mother = held('2027-02-03', { id: 'a', roundId: 'spring' })
    const other = held('2027-02-03', { id: 'b' })
    const father = held('2027-02-05', { id: 'c', roundId: 'spring' })
    expect(onePerDayAndRound([father, mother, other])).toEqual([other, father])
  })
  it('counts a round that runs over the turn of the year once in the year looked at', () => {
    const before = held('2026-08-31', { roundId: 'summer' })
    expect(reasons(before, held('2026-09-02', { roundId: 'summer' }))).toEqual(['another-year', 'counts'])
  })
  it('does not take two meetings for one because they bear the same id', () => {
    expect(reasons(held('2027-02-03', { id: 'x' }), held('2027-02-05', { id: 'x' }))).toEqual([
      'counts',
      'counts',
    ])
  })
})
