import { daysBetween, type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { type YearBurnUp, yearBurnUp } from '@/lib/oversight/burn-up.rules'
import { duePointsOf } from '@/lib/oversight/facts.rules'
import { countStates, type StateCounts } from '@/lib/oversight/rules'
import {
  isBookedToCount,
  type ParentMeetingFormat,
  countedMeetings,
} from '@/lib/parent-meeting/counting.rules'
import { type MeetingCalendar, type MeetingFacts, standingInput } from '@/lib/parent-meeting/facts.rules'
import { type LastDay, lastDayOf } from '@/lib/parent-meeting/last-day.rules'
import {
  explainedStanding,
  parentMeetingStanding,
  type ParentMeetingStanding,
  type StandingInput,
} from '@/lib/parent-meeting/rules'
import { spreadOf } from '@/lib/parent-meeting/spread.rules'
import type { RegisterLine } from '@/lib/sen-register/rules'

/** A gap longer than this since the last meeting is pointed out; a product default, not the Code's (8.3). */
export const LONG_GAP_DAYS = 120

/** One pupil as the forecast of a school takes them. */
export type ForecastPupil = {
  readonly line: RegisterLine
  readonly input: StandingInput
  readonly standing: ParentMeetingStanding
  readonly last: LastDay
  readonly heldOn: readonly IsoDate[]
  readonly formats: readonly ParentMeetingFormat[]
  /** Days to come, of the whole year, with a booked meeting that would count. */
  readonly bookedOn: readonly IsoDate[]
  /** How many meetings are needed by each due point of the year (8.3). */
  readonly neededBy: readonly number[]
  /** Days since the last meeting with a parent, of any year; since the register where there was none. */
  readonly gap: { readonly days: number; readonly since: IsoDate; readonly everMet: boolean } | null
  readonly isBunched: boolean
}

const isOnRegister = ({ status }: RegisterLine) => status === 'sen-support' || status === 'ehc-plan'

function gapOf(facts: MeetingFacts, line: RegisterLine, lastMet: IsoDate | null, today: IsoDate) {
  if (!isOnRegister(line)) return null
  const begins = facts.statuses.map(({ from }) => from).sort()[0]
  const since = lastMet ?? begins
  return since === undefined || since > today
    ? null
    : { days: daysBetween(since, today), since, everMet: lastMet !== null }
}

/** What the forecast has to know of a pupil, from the register, the meetings of the year and the last of any year. */
export function forecastPupil(
  line: RegisterLine,
  facts: MeetingFacts,
  { calendar, lastMet, today }: { calendar: MeetingCalendar; lastMet: IsoDate | null; today: IsoDate },
): ForecastPupil {
  const input = standingInput(facts, calendar, today)
  const { standing, reasons } = explainedStanding(input)
  const counted = new Set(countedMeetings(input).flatMap(({ id, counts }) => (counts ? [id] : [])))
  return {
    line,
    input,
    standing,
    last: lastDayOf(input),
    heldOn: reasons.heldOn,
    formats: facts.meetings.filter(({ id }) => counted.has(id)).map(({ format }) => format),
    bookedOn: facts.meetings
      .filter((meeting) => isBookedToCount(meeting, input))
      .map(({ on }) => on)
      .sort(),
    neededBy: duePointsOf(calendar).map(
      (due) => parentMeetingStanding({ ...input, today: plusDays(due, 1) }).expectedByNow,
    ),
    gap: gapOf(facts, line, lastMet, today),
    isBunched: spreadOf(input, reasons.heldOn).bunchedIn !== null,
  }
}

/** Everyone counted this year: who is still to come onto the register, or is left out, is in no state. */
export const counted = (pupils: readonly ForecastPupil[]) =>
  pupils.filter(({ standing }) => standing.state !== 'not-in-scope')

/** Who still needs a meeting that can be held: who is nearest to being too late first, then who has had fewest. */
export const stillNeeding = (pupils: readonly ForecastPupil[]): ForecastPupil[] =>
  counted(pupils)
    .filter(({ standing: { state } }) => state === 'on-track' || state === 'at-risk')
    .sort(
      (a, b) =>
        Number(b.standing.state === 'at-risk') - Number(a.standing.state === 'at-risk') ||
        (a.last.by ?? '').localeCompare(b.last.by ?? '') ||
        a.standing.held - b.standing.held ||
        a.line.soughtAs.localeCompare(b.line.soughtAs),
    )

/** The pupil's meetings with everything booked from today to a day held, a parent there. */
const asHeld = ({ input }: ForecastPupil, until: IsoDate): StandingInput['meetings'] =>
  input.meetings.map((meeting) =>
    isBookedToCount(meeting, input) && meeting.on <= until
      ? { ...meeting, status: 'held', parentAttended: true }
      : meeting,
  )

/** Where everyone stands today, and would stand when the year is over: as booked, and if nothing more were held (R21). */
export function headings(
  pupils: readonly ForecastPupil[],
  { lastDay }: MeetingCalendar['year'],
): { today: StateCounts; asBooked: StateCounts; asHeld: StateCounts } {
  const everyone = counted(pupils)
  const atTheEnd = (pupil: ForecastPupil, meetings: StandingInput['meetings']) => ({
    standing: parentMeetingStanding({ ...pupil.input, meetings, today: lastDay }),
  })
  return {
    today: countStates(everyone),
    asBooked: countStates(everyone.map((pupil) => atTheEnd(pupil, asHeld(pupil, lastDay)))),
    asHeld: countStates(everyone.map((pupil) => atTheEnd(pupil, pupil.input.meetings))),
  }
}

/** The year's meetings held against needed, and on from today those that are booked, day by day. */
export function forecastBurnUp(
  pupils: readonly ForecastPupil[],
  calendar: MeetingCalendar,
  today: IsoDate,
): YearBurnUp & { ahead: { on: IsoDate; total: number }[] } {
  const everyone = counted(pupils)
  const burnUp = yearBurnUp(everyone, calendar, today)
  const soFar = burnUp.held.at(-1)?.total ?? 0
  const days = everyone
    .flatMap(({ bookedOn, standing }) => bookedOn.slice(0, Math.max(0, standing.required - standing.held)))
    .sort()
  const ahead = [...new Set(days)].map((on) => ({
    on,
    total: soFar + days.filter((day) => day <= on).length,
  }))
  return { ...burnUp, booked: null, ahead }
}

/** How the meetings that count were held (C6), as a card shows it. */
export function formatsOf(pupils: readonly ForecastPupil[]) {
  const formats = pupils.flatMap((pupil) => pupil.formats)
  const count = (format: ParentMeetingFormat) => String(formats.filter((one) => one === format).length)
  return {
    figures: { 'in-person': count('in-person'), video: count('video'), phone: count('phone') },
    note: `Of the ${formats.length} that count.`,
  }
}

/** Pupils on the register whom nobody has met for longer than 120† days, the longest first. */
export const longGaps = (pupils: readonly ForecastPupil[]) =>
  pupils
    .flatMap(({ line, gap }) => (gap && gap.days > LONG_GAP_DAYS ? [{ line, gap }] : []))
    .sort((a, b) => b.gap.days - a.gap.days)
