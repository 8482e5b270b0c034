import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSchoolDays } from '@/lib/calendar/school-days'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { anyMeeting, anyPupil, goodMeeting, meetingWith } from './arbitrary.fixture'
import { countedMeetings, type CountableMeeting, onePerDayAndRound } from './counting.rules'
import { parentMeetingStanding, type StandingState } from './rules'

/** From the worst to the best; a pupil who needs none can get no worse. */
const RANK: Record<StandingState, number> = {
  'not-met': 0,
  'at-risk': 1,
  'on-track': 2,
  'part-year-met': 3,
  'not-applicable': 3,
  'not-in-scope': 3,
  met: 4,
}

const runs = { numRuns: 2000 }

describe('6.65, what is always true', () => {
  it('one more held meeting never worsens the state nor lowers the count', () => {
    const added = fc
      .oneof(goodMeeting, anyMeeting)
      .map((meeting) => ({ ...meeting, status: 'held' as const }))
    fc.assert(
      fc.property(anyPupil, added, (pupil, meeting) => {
        const before = parentMeetingStanding(pupil)
        const after = parentMeetingStanding({ ...pupil, meetings: [...pupil.meetings, meeting] })
        expect(RANK[after.state]).toBeGreaterThanOrEqual(RANK[before.state])
        expect(after.held).toBeGreaterThanOrEqual(before.held)
        expect(after.held).toBeLessThanOrEqual(before.held + 1)
      }),
      runs,
    )
  })
  it('a booked meeting that is then held never worsens the state', () => {
    fc.assert(
      fc.property(anyPupil, goodMeeting, (pupil, meeting) => {
        const on = pupil.today
        const asBooked = { ...meeting, on, status: 'booked' as const }
        const asHeld = { ...meeting, on, status: 'held' as const }
        const before = parentMeetingStanding({ ...pupil, meetings: [...pupil.meetings, asBooked] })
        const after = parentMeetingStanding({ ...pupil, meetings: [...pupil.meetings, asHeld] })
        expect(RANK[after.state]).toBeGreaterThanOrEqual(RANK[before.state])
      }),
      runs,
    )
  })
  it('the order of the meetings, of the periods and of the closed days never matters', () => {
    const shuffled = anyPupil.chain((pupil) =>
      fc.tuple(
        fc.constant(pupil),
        fc.shuffledSubarray([...pupil.meetings], { minLength: pupil.meetings.length }),
        fc.shuffledSubarray([...pupil.inScope], { minLength: pupil.inScope.length }),
        fc.shuffledSubarray([...pupil.closedDays], { minLength: pupil.closedDays.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([pupil, meetings, inScope, closedDays]) => {
        expect(parentMeetingStanding({ ...pupil, meetings, inScope, closedDays })).toEqual(
          parentMeetingStanding(pupil),
        )
        const byId = (counted: ReturnType<typeof countedMeetings>) =>
          new Map(counted.map((one) => [one.id, one]))
        expect(byId(countedMeetings({ ...pupil, meetings }))).toEqual(byId(countedMeetings(pupil)))
      }),
    )
  })
  it('a cancelled, declined or missed meeting changes nothing', () => {
    fc.assert(
      fc.property(
        anyPupil,
        meetingWith(fc.constantFrom('cancelled', 'declined', 'no-show')),
        (pupil, meeting) => {
          const after = parentMeetingStanding({ ...pupil, meetings: [...pupil.meetings, meeting] })
          expect(after).toEqual(parentMeetingStanding(pupil))
        },
      ),
      runs,
    )
  })
  it('no more are held than there are days, or rounds, with a held meeting', () => {
    fc.assert(
      fc.property(anyPupil, (pupil) => {
        const { held } = parentMeetingStanding(pupil)
        const meetings = pupil.meetings.filter(({ status }) => status === 'held')
        expect(held).toBeLessThanOrEqual(new Set(meetings.map(({ on }) => on)).size)
        expect(held).toBeLessThanOrEqual(new Set(meetings.map(({ id, roundId }) => roundId ?? id)).size)
      }),
      runs,
    )
  })
  it('as many count as the two limits allow, by trying every choice', () => {
    const few = fc.array(
      goodMeeting.map((meeting) => ({ ...meeting, status: 'held' as const })),
      { maxLength: 7 },
    )
    const most = (
      meetings: CountableMeeting[],
      days: IsoDate[] = [],
      rounds: (string | null)[] = [],
    ): number => {
      const [meeting, ...rest] = meetings
      if (!meeting) return 0
      const without = most(rest, days, rounds)
      if (days.includes(meeting.on) || (meeting.roundId !== null && rounds.includes(meeting.roundId)))
        return without
      return Math.max(without, 1 + most(rest, [...days, meeting.on], [...rounds, meeting.roundId]))
    }
    fc.assert(
      fc.property(few, (meetings) => {
        expect(onePerDayAndRound(meetings)).toHaveLength(most(meetings))
      }),
      runs,
    )
  })
  it('the meetings explained as counting are as many as are held', () => {
    fc.assert(
      fc.property(anyPupil, (pupil) => {
        const counting = countedMeetings(pupil).filter(({ counts }) => counts)
        expect(counting).toHaveLength(parentMeetingStanding(pupil).held)
      }),
      runs,
    )
  })
  it('the figures agree with each other and with the state', () => {
    fc.assert(
      fc.property(anyPupil, (pupil) => {
        const { state, held, required, eachYear, booked, expectedByNow, schoolDaysLeft, nextDue, ...rest } =
          parentMeetingStanding(pupil)
        expect(eachYear).toBe(pupil.settings.rule.eachYear)
        expect(rest.fewerThanThree).toBe(held < eachYear)
        expect(required).toBeLessThanOrEqual(eachYear)
        expect(expectedByNow).toBeLessThanOrEqual(required)
        expect(booked).toBeGreaterThanOrEqual(0)
        expect(schoolDaysLeft).toBe(countSchoolDays(pupil, pupil.today, pupil.year.lastDay))
        expect(state === 'met').toBe(state !== 'not-in-scope' && held >= eachYear)
        expect(nextDue !== null).toBe(state === 'on-track' || state === 'at-risk')
        if (nextDue) expect(nextDue >= pupil.today).toBe(true)
        if (state === 'at-risk') expect(held + booked).toBeLessThan(expectedByNow)
        if (state === 'part-year-met') expect(held).toBeGreaterThanOrEqual(required)
        if (!pupil.settings.proRata) expect(['part-year-met', 'not-applicable']).not.toContain(state)
      }),
      runs,
    )
  })
  it('a meeting held this year stays counted as the year goes on', () => {
    fc.assert(
      fc.property(anyPupil, fc.nat(60), (pupil, later) => {
        const then = parentMeetingStanding({ ...pupil, today: plusDays(pupil.today, later) })
        expect(then.held).toBeGreaterThanOrEqual(parentMeetingStanding(pupil).held)
      }),
      runs,
    )
  })
})
