import { type IsoDate, plusDays, weekdayOf } from '@/lib/calendar/iso-date'
import type { CountableMeeting } from './counting.rules'
import type { ParentMeetingStanding, StandingInput } from './rules'

// The rule of 6.65 once more, written from its text and from nothing else: a list of every day of the year, and
// every way of choosing among meetings tried. Slow and plain on purpose; it shares no line with the rule it checks.

function everyDay(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day)
  return days
}

const yearsKnown = new Map<string, IsoDate[]>()
function daysOfYear({ firstDay, lastDay }: StandingInput['year']): IsoDate[] {
  const known = yearsKnown.get(firstDay) ?? everyDay(firstDay, lastDay)
  yearsKnown.set(firstDay, known)
  return known
}

/** C7 by trying everything: each round takes one of its days or none, and the most different days win. */
function mostThatCount(meetings: readonly CountableMeeting[]): number {
  const rounds = new Map<string, IsoDate[]>()
  for (const { id, roundId, on } of meetings) {
    const name = roundId === null ? `alone ${id}` : `round ${roundId}`
    rounds.set(name, [...(rounds.get(name) ?? []), on])
  }
  const choices = [...rounds.values()]
  const best = (place: number, taken: readonly IsoDate[]): number => {
    const days = choices[place]
    if (!days) return new Set(taken).size
    return Math.max(best(place + 1, taken), ...days.map((day) => best(place + 1, [...taken, day])))
  }
  return best(0, [])
}

/** Where a pupil stands, by the text of R21 read line by line. */
export function referenceStanding(input: StandingInput): ParentMeetingStanding {
  const { today, year, terms, closedDays, settings, compulsorySchoolAgeEnds: leaves } = input
  const allDays = daysOfYear(year)
  const isSchoolDay = (day: IsoDate) =>
    weekdayOf(day) < 6 &&
    !closedDays.includes(day) &&
    terms.some(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay)
  const schoolDays = allDays.filter(isSchoolDay)
  const onRegister = (day: IsoDate) =>
    input.inScope.some(({ from, until }) => day >= from && (until === null || day <= until))

  const fits = (meeting: CountableMeeting) =>
    allDays.includes(meeting.on) &&
    onRegister(meeting.on) &&
    meeting.isSenDiscussion &&
    meeting.ledByTeacherOrSenco &&
    settings.rule.formats.some((format) => format === meeting.format) &&
    (meeting.format !== 'phone' || settings.phoneCounts)
  const cameToIt = (meeting: CountableMeeting) =>
    meeting.parentAttended || (meeting.youngPersonAttended && leaves !== null && meeting.on > leaves)
  const held = input.meetings.filter(
    (meeting) => meeting.status === 'held' && meeting.on <= today && fits(meeting) && cameToIt(meeting),
  )
  const now = terms.filter(({ firstDay, lastDay }) => today >= firstDay && today <= lastDay)
  const toCome = input.meetings.filter(
    (meeting) =>
      meeting.status === 'booked' &&
      meeting.on >= today &&
      now.some(({ lastDay }) => meeting.on <= lastDay) &&
      fits(meeting),
  )
  const H = mostThatCount(held)
  const B = mostThatCount([...held, ...toCome]) - H

  const asking = [...terms]
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay))
    .map(({ firstDay, lastDay }) => schoolDays.filter((day) => day >= firstDay && day <= lastDay))
    .filter((days) => days.length > 0 && days.filter(onRegister).length >= days.length / 2)
  const three = settings.rule.eachYear
  const R = !settings.proRata || schoolDays.every(onRegister) ? three : Math.min(three, asking.length)
  const duePoints = asking.map((days) =>
    days.find((_day, place) => days.length - 1 - place === settings.warnSchoolDays),
  )
  const E = Math.min(R, duePoints.filter((day) => day !== undefined && day < today).length)

  const lastSchoolDay = schoolDays[schoolDays.length - 1]
  const rem = schoolDays.filter((day) => day >= today).length
  const scopeDays = allDays.filter(onRegister)
  const begun = scopeDays.some((day) => day <= today)
  const goesOn = scopeDays.some((day) => day >= today) || onRegister(plusDays(year.lastDay, 1))
  const closed = today > (lastSchoolDay ?? year.lastDay) || (today <= year.lastDay && !goesOn)

  const state = (): ParentMeetingStanding['state'] => {
    if (!begun) return 'not-in-scope'
    if (H >= three) return 'met'
    if (R === 0) return 'not-applicable'
    if (H >= R) return 'part-year-met'
    if (closed) return 'not-met'
    if (lastSchoolDay !== undefined && rem < R - H) return 'not-met'
    return H + B < E ? 'at-risk' : 'on-track'
  }
  const wanted = state() === 'on-track' || state() === 'at-risk'
  const next = duePoints.filter((day, before) => day !== undefined && day >= today && before >= H)[0]
  return {
    state: state(),
    held: H,
    required: R,
    booked: B,
    expectedByNow: E,
    schoolDaysLeft: rem,
    eachYear: three,
    fewerThanThree: H < three,
    nextDue: wanted ? (next ?? lastSchoolDay ?? null) : null,
  }
}
