import { describe, expect, it } from 'vitest'
import { isoDate, schoolDay } from '@/lib/calendar/iso-date'
import { boundsOf, schoolYearOf } from '@/lib/calendar/school-year'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import { DEFAULT_STANDING_SETTINGS, parentMeetingStanding } from './rules'
import { booked, cancelled, held, noShow, period, pupilOn } from './standing.fixture'

const standing = parentMeetingStanding

/** The worked examples of the rule, in their order and with their numbers (domain.md 8.4). */
describe('6.65, the worked examples', () => {
  const noMeeting = { held: 0, required: 3 }
  const october = held('2026-10-14')
  const february = held('2027-02-03')

  it('1: none in November is on track', () => {
    expect(standing(pupilOn('2026-11-21'))).toEqual({
      state: 'on-track',
      held: 0,
      required: 3,
      eachYear: 3,
      booked: 0,
      expectedByNow: 0,
      schoolDaysLeft: 138,
      fewerThanThree: true,
      nextDue: '2026-12-04',
    })
  })
  it('2: none on the due point is on track, and the day after at risk', () => {
    expect(standing(pupilOn('2026-12-04'))).toMatchObject({
      ...noMeeting,
      state: 'on-track',
      nextDue: '2026-12-04',
    })
    expect(standing(pupilOn('2026-12-05'))).toMatchObject({
      ...noMeeting,
      state: 'at-risk',
      nextDue: '2027-03-11',
    })
  })
  it('3: none held, and one booked for next term only, is at risk', () => {
    expect(standing(pupilOn('2026-12-07', [booked('2027-01-14')]))).toMatchObject({
      ...noMeeting,
      state: 'at-risk',
      booked: 0,
    })
  })
  it('4: one held by the start of spring is on track', () => {
    expect(standing(pupilOn('2027-01-05', [october]))).toMatchObject({
      state: 'on-track',
      held: 1,
      required: 3,
    })
  })
  it('5: one held, two school days left, is at risk', () => {
    expect(standing(pupilOn('2027-07-20', [october]))).toMatchObject({
      state: 'at-risk',
      held: 1,
      required: 3,
      schoolDaysLeft: 2,
      nextDue: '2027-07-21',
    })
  })
  it('6: one held, one school day left, can no longer be met', () => {
    expect(standing(pupilOn('2027-07-21', [october]))).toMatchObject({
      state: 'not-met',
      held: 1,
      required: 3,
      schoolDaysLeft: 1,
      nextDue: null,
    })
  })
  it('7: two held and the third booked for the last day is on track', () => {
    expect(standing(pupilOn('2027-07-21', [october, february, booked('2027-07-21')]))).toMatchObject({
      state: 'on-track',
      held: 2,
      required: 3,
      booked: 1,
      expectedByNow: 3,
    })
  })
  it('8: two held when the last school day is over is not met', () => {
    expect(standing(pupilOn('2027-07-22', [october, february]))).toMatchObject({
      state: 'not-met',
      held: 2,
      required: 3,
      schoolDaysLeft: 0,
    })
  })
  it('9: three held is met', () => {
    const meetings = [held('2026-09-15'), held('2026-11-03'), held('2027-01-19')]
    expect(standing(pupilOn('2027-01-20', meetings))).toMatchObject({
      state: 'met',
      held: 3,
      required: 3,
      fewerThanThree: false,
      nextDue: null,
    })
  })
  it('10: two held, one cancelled and one nobody came to is not met', () => {
    const meetings = [october, february, cancelled('2027-06-10'), noShow('2027-06-24')]
    expect(standing(pupilOn('2027-07-22', meetings))).toMatchObject({
      state: 'not-met',
      held: 2,
      required: 3,
    })
  })
  it('11: joined in January, two held, is met for the part of the year', () => {
    const meetings = [held('2027-02-10'), held('2027-05-12')]
    expect(standing(pupilOn('2027-07-01', meetings, { inScope: [period('2027-01-06')] }))).toMatchObject({
      state: 'part-year-met',
      held: 2,
      required: 2,
      fewerThanThree: true,
    })
  })
  it('12: put on SEN support in the last weeks needs none', () => {
    expect(standing(pupilOn('2027-07-22', [], { inScope: [period('2027-06-28')] }))).toMatchObject({
      state: 'not-applicable',
      held: 0,
      required: 0,
    })
  })
  it('13: off the register in February with one of two held is not met', () => {
    const inScope = [period('2026-09-01', '2027-02-12')]
    expect(standing(pupilOn('2027-07-22', [held('2026-11-10')], { inScope }))).toMatchObject({
      state: 'not-met',
      held: 1,
      required: 2,
    })
  })
  it('14: from SEN support to an EHC plan the meetings add up', () => {
    const inScope = [period('2025-09-01', '2027-02-12'), period('2027-02-13')]
    const meetings = [held('2026-11-10'), held('2027-03-03'), held('2027-06-15')]
    expect(standing(pupilOn('2027-07-22', meetings, { inScope }))).toMatchObject({
      state: 'met',
      held: 3,
      required: 3,
    })
  })
  it('15: two on one day count once', () => {
    const meetings = [held('2026-10-14'), held('2026-10-14', { format: 'video' }), held('2027-02-03')]
    expect(standing(pupilOn('2027-07-22', meetings))).toMatchObject({
      state: 'not-met',
      held: 2,
      required: 3,
    })
  })
  it('16: none and two school days left can no longer be met', () => {
    expect(standing(pupilOn('2027-07-20'))).toMatchObject({
      ...noMeeting,
      state: 'not-met',
      schoolDaysLeft: 2,
    })
  })
  it('17: mother and father seen on two days of one round count once', () => {
    const meetings = [
      held('2027-02-03', { roundId: 'spring' }),
      held('2027-02-05', { roundId: 'spring' }),
      october,
    ]
    expect(standing(pupilOn('2027-07-22', meetings))).toMatchObject({
      state: 'not-met',
      held: 2,
      required: 3,
    })
  })
  it.each([
    ['2026-08-31T23:30:00Z', [1, 0]],
    ['2027-08-31T22:59:00Z', [1, 0]],
    ['2027-08-31T23:10:00Z', [0, 1]],
  ])('18: a meeting that began at %s counts in the school year of its London day', (startedAt, expected) => {
    const on = schoolDay(new Date(startedAt))
    const countedIn = [2026, 2027].map((first) => {
      const year = boundsOf(schoolYearOf(isoDate(`${first}-10-01`)))
      return standing(pupilOn(year.lastDay, [held(on)], { year, inScope: [period('2025-09-01')] })).held
    })
    expect(countedIn).toEqual(expected)
  })
  it.each([
    [true, 'met', 3],
    [false, 'not-met', 2],
  ])(
    '19: where a phone call counts is %s, by phone, by video and in person is %s',
    (phoneCounts, state, count) => {
      const meetings = [
        held('2026-10-14', { format: 'phone' }),
        held('2027-02-03', { format: 'video' }),
        held('2027-06-09', { format: 'in-person' }),
      ]
      const settings = { ...DEFAULT_STANDING_SETTINGS, phoneCounts, proRata: true, warnSchoolDays: 10 }
      expect(standing(pupilOn('2027-07-22', meetings, { settings }))).toMatchObject({
        state,
        held: count,
        required: 3,
      })
    },
  )
  it('20: past compulsory school age the young person’s own coming is enough', () => {
    const ends = compulsorySchoolAgeEnds(isoDate('2011-03-10'))
    const alone = { parentAttended: false, youngPersonAttended: true }
    const meetings = [october, february, held('2027-06-30', alone)]
    expect(ends).toBe('2027-06-25')
    expect(standing(pupilOn('2027-07-22', meetings, { compulsorySchoolAgeEnds: ends }))).toMatchObject({
      state: 'met',
      held: 3,
      required: 3,
    })
  })
  it('21: a review held late with the parent counts (and is late in lib/review/rules.ts)', () => {
    expect(standing(pupilOn('2027-03-04', [october, held('2027-03-03')]))).toMatchObject({
      state: 'on-track',
      held: 2,
    })
  })
})
