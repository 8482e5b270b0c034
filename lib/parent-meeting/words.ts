import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type { NotCounted, ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'
import {
  MEETINGS_EACH_YEAR,
  type ParentMeetingStanding,
  type StandingReasons,
  type StandingState,
} from './rules'

/** What each state against 6.65 is called on screen. */
export const stateWords: Record<StandingState, string> = {
  met: 'Met',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'not-met': 'Not met',
  'part-year-met': 'Part-year met',
  'not-applicable': 'Not applicable',
  'not-in-scope': 'Not counted',
}

/** What the status of a meeting is called on screen. */
export const meetingStatusWords: Record<ParentMeetingStatus, string> = {
  booked: 'Booked',
  held: 'Held',
  cancelled: 'Cancelled',
  'no-show': 'No parent came',
  declined: 'Declined by the parent',
}

/** How a meeting was held, as it follows a date: "14 October 2026, by video". */
export const formatWords: Record<ParentMeetingFormat, string> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
}

/** Why a meeting does not count towards 6.65 (R21, C1 to C7). */
export const notCountedWords: Record<NotCounted, string> = {
  'another-year': 'In another school year',
  cancelled: 'Cancelled',
  'no-show': 'No parent came',
  declined: 'Declined by the parent',
  'not-in-scope': 'Not on the register that day',
  'not-sen-discussion': 'Not about SEN outcomes',
  'not-led': 'Not led by a teacher or the SENCO',
  phone: 'By phone, which this school does not count',
  format: 'Held in a way that the Code does not count',
  booked: 'Counts when it is recorded as held',
  future: 'Dated in the future',
  'no-parent': 'No parent came',
  'same-day': 'Another meeting on the same day counts',
  'same-round': 'Part of a round that counts once',
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six']
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** A small number in words: `two`. */
export const numberOf = (n: number) => NUMBERS[n] ?? String(n)

/** `second`: which of the meetings of the year. */
export const ordinalOf = (n: number) => ORDINALS[n - 1] ?? 'next'

/** `three times`, as a sentence says how often. */
export const timesWords = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${numberOf(n)} times`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `2 of 3`: what stands beside the three marks, also for a pupil of whom fewer are expected. */
export const meetingsHeldWords = ({
  held,
  eachYear = MEETINGS_EACH_YEAR,
}: Pick<ParentMeetingStanding, 'held'> & { eachYear?: number | undefined }) =>
  held > eachYear ? `${held}, ${eachYear} needed` : `${held} of ${eachYear}`

const bookedFor = (day: IsoDate, today: IsoDate) => `booked for ${day === today ? 'today' : dayAndMonth(day)}`

/** Why fewer than three are asked of a pupil, from the days on the register. */
function partOfTheYear({ startedOn, endedOn }: StandingReasons): string {
  if (startedOn && endedOn) return `on the register from ${dayAndMonth(startedOn)} to ${dayAndMonth(endedOn)}`
  if (startedOn) return `on the register from ${dayAndMonth(startedOn)}`
  return endedOn ? `support ended on ${dayAndMonth(endedOn)}` : 'on the register for part of the year'
}

function onTrack(
  { held, required, eachYear, nextDue }: ParentMeetingStanding,
  reasons: StandingReasons,
): string {
  const { nextBooked, today } = reasons
  const next = nextBooked
    ? bookedFor(nextBooked, today)
    : nextDue
      ? `due by ${dayAndMonth(nextDue)}`
      : 'to be arranged'
  if (required === eachYear) return `${ordinalOf(held + 1)} ${next}`
  const expected = `${numberOf(required)} ${required === 1 ? 'is' : 'are'} expected`
  return `${partOfTheYear(reasons)}, so ${expected}; next ${next}`
}

function atRisk({ held, expectedByNow }: ParentMeetingStanding, reasons: StandingReasons): string {
  const { lastDue, nextBooked, today } = reasons
  const by = lastDue ? ` by ${dayAndMonth(lastDue)}` : ''
  const isOneBehind = expectedByNow - held === 1
  const soFar = held === 0 ? '' : `, ${numberOf(held)} held`
  const behind = isOneBehind
    ? `${ordinalOf(expectedByNow)} was due${by}`
    : `${numberOf(expectedByNow)} were due${by}${soFar}`
  if (nextBooked) return `${behind}; ${isOneBehind ? '' : 'next '}${bookedFor(nextBooked, today)}`
  return manyOffers(reasons) ? behind : `${behind}, none booked`
}

function notMet({ held, required, schoolDaysLeft }: ParentMeetingStanding, reasons: StandingReasons): string {
  const { today, endedOn, lastSchoolDay } = reasons
  if (endedOn && endedOn < today)
    return `support ended on ${dayAndMonth(endedOn)}; ${numberOf(required)} ${required === 1 ? 'was' : 'were'} expected, ${numberOf(held)} held`
  if (schoolDaysLeft > 0)
    return `${numberOf(required - held)} more needed and ${numberOf(schoolDaysLeft)} school ${schoolDaysLeft === 1 ? 'day' : 'days'} left`
  return `${numberOf(held)} of ${numberOf(required)} held${lastSchoolDay ? ` by ${dayAndMonth(lastSchoolDay)}` : ''}`
}

const MANY_OFFERS = 3

/** From three offers in the year the row says so: the state stays, and the school's effort is seen (C12). */
const manyOffers = ({ offered }: StandingReasons) => offered >= MANY_OFFERS

const withOffers = (reasons: StandingReasons, text: string) =>
  manyOffers(reasons)
    ? `offered ${reasons.offered}, attended ${numberOf(reasons.heldOn.length)}; ${text}`
    : text

/** Why a pupil of a nursery that a school leaves out stands in no state. */
export const leftOutSentence = 'In nursery, which this school does not count'

/** The reason beside a state, in a sentence: who is not named, what is due, by when (6.65, R21). */
export function standingSentence(standing: ParentMeetingStanding, reasons: StandingReasons): string {
  const { startedOn, endedOn, heldOn } = reasons
  const last = heldOn[standing.eachYear - 1]
  switch (standing.state) {
    case 'met':
      return last
        ? `${capital(ordinalOf(standing.eachYear))} held on ${dayAndMonth(last)}`
        : `${capital(numberOf(standing.eachYear))} held`
    case 'part-year-met':
      return capital(`${partOfTheYear(reasons)}; ${numberOf(standing.required)} needed this year`)
    case 'not-applicable':
      return capital(
        `${partOfTheYear(reasons)}, ${endedOn && !startedOn ? 'before' : 'for less than'} half a term`,
      )
    case 'on-track':
      return capital(onTrack(standing, reasons))
    case 'at-risk':
      return capital(withOffers(reasons, atRisk(standing, reasons)))
    case 'not-met':
      return capital(withOffers(reasons, notMet(standing, reasons)))
    case 'not-in-scope':
      return startedOn ? `On the register from ${dayAndMonth(startedOn)}` : 'Not on the register this year'
  }
}
