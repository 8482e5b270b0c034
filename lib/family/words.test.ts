import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingStanding, StandingState } from '@/lib/parent-meeting/rules'
import { STANDING_STATES } from '@/lib/parent-meeting/rules'
import { meetingNote, meetingsSentence } from './meetings.words'
import type { Support } from './rules'
import { comingDay, howOften, howOftenHappened, reviewSentence, sheetHow, timeAndPlace } from './words'

const day = isoDate
const support: Support = {
  id: 's',
  aimIds: [],
  what: 'Precision teaching',
  who: { name: 'Mrs Pickering', fullName: 'Mrs Joan Pickering', isFromSchool: true },
  minutes: 10,
  perWeek: 4,
  groupSize: 1,
  place: null,
  from: day('2027-02-08'),
  until: day('2027-03-25'),
  ...{ additional: true, equipment: null, inPlaceOn: null },
  happened: { given: 17, notGiven: 3, planned: 20 },
}

it.each([
  ['2027-03-16', 'Today, Tuesday 16 March 2027'],
  ['2027-03-17', 'Tomorrow, Wednesday 17 March 2027'],
  ['2027-03-18', 'Thursday 18 March 2027'],
])('a meeting on %s is %s', (on, words) => {
  expect(comingDay(day(on), day('2027-03-16'))).toBe(words)
})

it.each([
  [{ at: '15:30', place: 'school library', format: 'in-person' }, '3:30pm, school library'],
  [{ at: '09:00', place: null, format: 'in-person' }, '9am, at school'],
  [{ at: '15:30', place: null, format: 'video' }, '3:30pm, by video'],
  [{ at: null, place: null, format: 'phone' }, 'by phone'],
] as const)('%j is %s', (meeting, words) => {
  expect(timeAndPlace(meeting)).toBe(words)
})

describe('support in a sentence', () => {
  it('says who, with how many, how long, how often and until when', () => {
    expect(howOften(support, 'Nadia')).toBe(
      'with Mrs Pickering, just Nadia, for 10 minutes, 4 times a week, until 25 March',
    )
    expect(howOften({ ...support, groupSize: 6, perWeek: 2, until: null }, 'Nadia')).toBe(
      'with Mrs Pickering, in a group of 6, for 10 minutes, twice a week',
    )
    expect(sheetHow(support)).toBe(
      'one to one, 10 minutes, 4 times a week, with Mrs Joan Pickering, 8 February to 25 March',
    )
  })

  it('leaves out what is not settled', () => {
    const open = { ...support, who: null, minutes: null, perWeek: null, groupSize: null, until: null }
    expect(howOften(open, 'Nadia')).toBe('')
  })

  it.each([
    [{ given: 17, notGiven: 3, planned: 20 }, '17 times out of 20'],
    [{ given: 0, notGiven: 2, planned: 4 }, '0 times out of 4'],
    [{ given: 5, notGiven: 0, planned: 4 }, '5 times, and 4 were planned'],
    [{ given: 1, notGiven: 0, planned: null }, '1 time'],
    [{ given: 1, notGiven: 0, planned: 17 }, '1 time out of 17'],
    [{ given: 0, notGiven: 0, planned: 20 }, null],
  ])('%j happened %s', (happened, words) => {
    expect(howOftenHappened({ ...support, happened })).toBe(words)
  })
})

describe('reviewSentence', () => {
  const on = (today: string, plan: { reviewDue: string | null; closedOn?: string }) =>
    reviewSentence(
      {
        reviewDue: plan.reviewDue === null ? null : day(plan.reviewDue),
        closedOn: plan.closedOn === undefined ? null : day(plan.closedOn),
      },
      day(today),
    )

  it.each([
    ['2026-12-03', { reviewDue: '2026-12-04' }, 'We look at this plan again with you by 4 December 2026.'],
    ['2026-12-04', { reviewDue: '2026-12-04' }, 'We look at this plan again with you today.'],
    ['2026-12-05', { reviewDue: '2026-12-04' }, 'We meant to look at this plan again'],
    ['2026-12-05', { reviewDue: null }, 'No day is set yet'],
    [
      '2026-12-05',
      { reviewDue: '2026-12-04', closedOn: '2026-12-04' },
      'We looked at this plan again on 4 December 2026.',
    ],
  ])('on %s %j: %s', (today, plan, words) => {
    expect(on(today, plan)).toContain(words)
  })
})

describe('the meetings of the year', () => {
  const standing = (state: StandingState): ParentMeetingStanding => ({
    state,
    held: 1,
    required: 2,
    eachYear: 3,
    booked: 0,
    expectedByNow: 2,
    schoolDaysLeft: 40,
    fewerThanThree: true,
    nextDue: day('2027-03-11'),
  })

  it.each([
    ['at-risk', 'By now there should have been two'],
    ['not-met', 'fewer than there should have been'],
    ['on-track', 'The next should be by 11 March.'],
    ['part-year-met', 'two, and that has been done'],
    ['met', 'All three'],
    ['not-applicable', ''],
  ] as const)('%s: %s', (state, words) => {
    expect(meetingsSentence(standing(state))).toContain(words)
  })

  it('does not say when the next should be where it is booked', () => {
    expect(meetingsSentence({ ...standing('on-track'), booked: 1 })).toBe('')
  })

  it('never calls it a rule, a state or a risk', () => {
    for (const state of STANDING_STATES)
      expect(meetingsSentence(standing(state))).not.toMatch(/risk|track|met\b|6\.|unlawful|complian/i)
  })

  it('says what a meeting waits for, and which talk is not one of the three', () => {
    const meeting = {
      id: 'm',
      status: 'held',
      on: day('2026-10-14'),
      counts: true,
      mayRead: false,
      isMine: true,
    } as const
    expect(meetingNote(meeting, true)).toBe(
      'What was agreed will be here once the school has written it down',
    )
    expect(meetingNote({ ...meeting, mayRead: true }, true)).toBe('')
    expect(meetingNote({ ...meeting, isMine: false }, true)).toBe('')
    expect(meetingNote({ ...meeting, counts: false }, true)).toBe('A talk besides the three')
    expect(meetingNote({ ...meeting, status: 'booked' }, false)).toBe('Booked')
    expect(meetingNote({ ...meeting, status: 'booked' }, true)).toContain('not yet written down')
  })
})
