import type { IsoDate } from '@/lib/calendar/iso-date'
import { countWithin, type Term } from '@/lib/calendar/school-days'
import {
  type CountingRule,
  type CountingTerms,
  heldMeetings,
  isBookedToCount,
  offersMade,
  onePerDayAndRound,
  type ScopePeriod,
} from './counting.rules'
import { countedTerms, daysInScope, joined, type PacedYear, pacedYear } from './pace.rules'
import { CODE_OF_2015 } from './rule-set.rules'

/** Code of Practice 6.65: "Schools should meet parents at least three times each year." */
export const MEETINGS_EACH_YEAR = CODE_OF_2015.eachYear

/** Where a pupil can stand against 6.65 in one school year, the most urgent first (R21). */
export const STANDING_STATES = [
  'not-met',
  'at-risk',
  'on-track',
  'part-year-met',
  'met',
  'not-applicable',
  'not-in-scope',
] as const

export type StandingState = (typeof STANDING_STATES)[number]

export type StandingSettings = {
  /** What the Code asks in this school year (a rule set; the school sets none of it). */
  readonly rule: CountingRule
  /** A meeting by phone counts (C6). */
  readonly phoneCounts: boolean
  /** A pupil on the register for part of the year needs fewer; without it three are asked of everyone. */
  readonly proRata: boolean
  /** A meeting is due when this many school days of the term are left (a product default, not the Code's). */
  readonly warnSchoolDays: number
}

export const DEFAULT_STANDING_SETTINGS = {
  rule: CODE_OF_2015,
  phoneCounts: true,
  proRata: true,
  warnSchoolDays: 10,
} as const satisfies StandingSettings

/** One pupil, one school year, one school's calendar. The arrays of the calendar are best shared between pupils. */
export type StandingInput = CountingTerms & {
  readonly terms: readonly Term[]
  readonly closedDays: readonly IsoDate[]
  readonly settings: StandingSettings
}

export type ParentMeetingStanding = {
  state: StandingState
  /** Meetings that count, up to today. */
  held: number
  required: number
  /** What the rule of the year asks of a pupil who is on the register all year: three, as the Code stands. */
  eachYear: number
  /** Meetings booked from today to the end of this term that would count. */
  booked: number
  expectedByNow: number
  /** School days left in the year, today among them. */
  schoolDaysLeft: number
  /** Fewer than the rule of the year asks for, whatever part of the year the pupil was here. */
  fewerThanThree: boolean
  /** The due point, or the last school day, by which the next meeting is wanted; `null` when none is. */
  nextDue: IsoDate | null
}

/** What a sentence about a standing is made of, besides the standing. */
export type StandingReasons = {
  today: IsoDate
  /** The days of the meetings that count, in order. */
  heldOn: IsoDate[]
  /** The next day with a booked meeting that would count, in this term or later in the year. */
  nextBooked: IsoDate | null
  /** The latest due point that has passed. */
  lastDue: IsoDate | null
  lastSchoolDay: IsoDate | null
  /** First and last day on the register this year, where they cut the school's year short. */
  startedOn: IsoDate | null
  endedOn: IsoDate | null
  /** Meetings offered this year that were held, declined or that nobody came to (C12). */
  offered: number
}

/** The days on the register this year, joined, with the first and last of them where they cut the year short. */
function scopeThisYear({ inScope, year }: StandingInput, { days, lastSchoolDay }: PacedYear) {
  const periods = joined(inScope).filter(
    ({ from, until }) => from <= year.lastDay && (until === null || until >= year.firstDay),
  )
  const startedOn = periods[0]?.from ?? null
  const endedOn = periods.at(-1)?.until ?? null
  return {
    periods,
    startedOn: startedOn && startedOn > (days[0] ?? year.firstDay) ? startedOn : null,
    endedOn: endedOn && endedOn < (lastSchoolDay ?? year.lastDay) ? endedOn : null,
  }
}

/** How many meetings the year asks for, by which days, and how many of those days have passed (R21, R and E). */
function pace({ today, settings }: StandingInput, calendar: PacedYear, periods: readonly ScopePeriod[]) {
  const asked = countedTerms(calendar.terms, periods)
  const isFullYear = daysInScope(calendar.days, periods) === calendar.days.length
  const { eachYear } = settings.rule
  const required = settings.proRata && !isFullYear ? Math.min(asked.length, eachYear) : eachYear
  const duePoints = asked.map(({ dueOn }) => dueOn)
  const passed = duePoints.filter((dueOn) => dueOn !== null && dueOn < today)
  return {
    required,
    duePoints,
    lastDue: passed.at(-1) ?? null,
    expectedByNow: Math.min(passed.length, required),
  }
}

/** Meetings held, booked for the rest of this term, and next booked at all (R21, H and B). */
function meetingsSoFar(input: StandingInput) {
  const { today, terms, meetings } = input
  const counted = heldMeetings(input)
  const heldOn = onePerDayAndRound(counted).map(({ on }) => on)
  const bookings = meetings.filter((meeting) => isBookedToCount(meeting, input))
  if (bookings.length === 0) return { heldOn, booked: 0, nextBooked: null }

  // Between two terms there is no current term: a meeting booked for the next one waits for it to begin.
  const termEnds = terms.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)?.lastDay
  const thisTerm = bookings.filter(({ on }) => termEnds !== undefined && on <= termEnds)
  const withAll = onePerDayAndRound([...counted, ...bookings])
  return {
    heldOn,
    booked: onePerDayAndRound([...counted, ...thisTerm]).length - heldOn.length,
    nextBooked: withAll.find(({ status, on }) => status === 'booked' && !heldOn.includes(on))?.on ?? null,
  }
}

/**
 * Where a pupil stands against Code of Practice 6.65 in a school year, and what its sentence is made of (R21).
 * The ladder is the rule: the first line that is true is the state.
 */
export function explainedStanding(input: StandingInput): {
  standing: ParentMeetingStanding
  reasons: StandingReasons
} {
  const { today, year, terms, closedDays, settings } = input
  const calendar = pacedYear({ year, terms, closedDays, warnSchoolDays: settings.warnSchoolDays })
  const { lastSchoolDay } = calendar
  const { periods, startedOn, endedOn } = scopeThisYear(input, calendar)
  const { required, duePoints, lastDue, expectedByNow } = pace(input, calendar, periods)
  const { heldOn, booked, nextBooked } = meetingsSoFar(input)
  const held = heldOn.length
  const { eachYear } = settings.rule
  const schoolDaysLeft = lastSchoolDay ? countWithin(calendar.days, today, lastSchoolDay) : 0

  const hasBegun = today >= year.firstDay && periods.some(({ from }) => from <= today)
  const isClosed = today > (lastSchoolDay ?? year.lastDay) || (endedOn !== null && endedOn < today)
  const state = ((): StandingState => {
    if (!hasBegun) return 'not-in-scope'
    if (held >= eachYear) return 'met'
    if (required === 0) return 'not-applicable'
    if (held >= required) return 'part-year-met'
    if (isClosed) return 'not-met'
    // Each meeting needs a school day of its own; a school that has not entered its terms has none to count.
    if (lastSchoolDay && schoolDaysLeft < required - held) return 'not-met'
    return held + booked < expectedByNow ? 'at-risk' : 'on-track'
  })()

  // The due point of a meeting already held is no longer due.
  const nextDuePoint = duePoints.find((dueOn, before) => dueOn !== null && dueOn >= today && before >= held)
  const isWanted = state === 'on-track' || state === 'at-risk'
  return {
    standing: {
      state,
      held,
      required,
      booked,
      expectedByNow,
      schoolDaysLeft,
      eachYear,
      fewerThanThree: held < eachYear,
      nextDue: isWanted ? (nextDuePoint ?? lastSchoolDay) : null,
    },
    reasons: {
      today,
      heldOn,
      nextBooked,
      lastDue,
      lastSchoolDay,
      startedOn,
      endedOn,
      offered: offersMade(input),
    },
  }
}

/** Where a pupil stands against Code of Practice 6.65 in a school year, computed from what was recorded (R21). */
export const parentMeetingStanding = (input: StandingInput): ParentMeetingStanding =>
  explainedStanding(input).standing
