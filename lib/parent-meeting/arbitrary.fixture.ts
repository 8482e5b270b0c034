import fc from 'fast-check'
import { daysBetween, isoDate, plusDays } from '@/lib/calendar/iso-date'
import type { CountableMeeting, CountingRule } from './counting.rules'
import { CODE_OF_2015 } from './rule-set.rules'
import type { StandingInput } from './rules'
import { yearOf2026 } from './standing.fixture'

const dayBetween = (from: string, to: string) =>
  fc.integer({ min: 0, max: daysBetween(isoDate(from), isoDate(to)) }).map((n) => plusDays(isoDate(from), n))

const today = dayBetween('2026-08-20', '2027-09-20')
// Few days and few rounds, so that meetings meet each other.
const crowdedDay = fc
  .constantFrom('2026-10-14', '2026-10-15', '2026-12-05', '2027-02-03', '2027-02-05', '2027-06-30')
  .map(isoDate)

/** Any meeting with one of these statuses. */
export const meetingWith = (
  status: fc.Arbitrary<CountableMeeting['status']>,
): fc.Arbitrary<CountableMeeting> =>
  fc.record({
    id: fc.uuid(),
    status,
    on: fc.oneof(crowdedDay, dayBetween('2026-08-20', '2027-09-20')),
    format: fc.constantFrom('in-person', 'video', 'phone'),
    ledByTeacherOrSenco: fc.boolean(),
    isSenDiscussion: fc.boolean(),
    parentAttended: fc.boolean(),
    youngPersonAttended: fc.boolean(),
    roundId: fc.option(fc.constantFrom('one', 'two', 'three'), { freq: 1 }),
  })
/** A meeting of any kind at all. */
export const anyMeeting = meetingWith(
  fc.constantFrom('booked', 'held', 'held', 'held', 'cancelled', 'no-show', 'declined'),
)
/** One that would count on its own. */
export const goodMeeting = anyMeeting.map((meeting): CountableMeeting => ({
  ...meeting,
  status: meeting.status === 'booked' ? 'booked' : 'held',
  isSenDiscussion: true,
  ledByTeacherOrSenco: true,
  parentAttended: true,
}))

// The Code as it stands, and Codes there may be: other numbers, and fewer ways to meet that count.
const anyRule: fc.Arbitrary<CountingRule> = fc.oneof(
  fc.constant(CODE_OF_2015),
  fc.record({ eachYear: fc.integer({ min: 1, max: 6 }), formats: fc.subarray([...CODE_OF_2015.formats]) }),
)

/** A pupil with any periods on the register and any meetings, in the year of the worked examples. */
export const anyPupil: fc.Arbitrary<StandingInput> = fc.record({
  today,
  year: fc.constant(yearOf2026.year),
  terms: fc.constant(yearOf2026.terms),
  closedDays: fc.constant(yearOf2026.closedDays),
  inScope: fc.oneof(
    fc.constant([{ from: isoDate('2025-09-01'), until: null }]),
    fc.array(
      fc.record({
        from: dayBetween('2026-06-01', '2027-08-31'),
        until: fc.option(dayBetween('2026-07-01', '2027-09-30')),
      }),
      { maxLength: 3 },
    ),
  ),
  compulsorySchoolAgeEnds: fc.option(fc.constantFrom(isoDate('2027-06-25'), isoDate('2026-06-26'))),
  meetings: fc.array(fc.oneof(anyMeeting, goodMeeting), { maxLength: 8 }),
  settings: fc.record({
    rule: anyRule,
    phoneCounts: fc.boolean(),
    proRata: fc.boolean(),
    warnSchoolDays: fc.constantFrom(0, 5, 10, 20),
  }),
})

// Some schools have six terms, some leave a gap of a day, some have not entered their terms at all.
const anyTerms = fc
  .uniqueArray(dayBetween('2026-09-01', '2027-08-31'), { maxLength: 12 })
  .map((days) =>
    days
      .toSorted()
      .flatMap((firstDay, place, all) =>
        place % 2 === 0 ? [{ firstDay, lastDay: all[place + 1] ?? firstDay }] : [],
      ),
  )

/** The same with any calendar: up to six terms of any length, and any days closed. */
export const anyPupilAnywhere: fc.Arbitrary<StandingInput> = fc
  .tuple(
    anyPupil,
    anyTerms,
    fc.array(dayBetween('2026-09-01', '2027-08-31'), { maxLength: 30 }),
    dayBetween('2026-08-20', '2027-09-20'),
  )
  .map(([pupil, terms, closedDays, today]) => ({ ...pupil, terms, closedDays, today }))
