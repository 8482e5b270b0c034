import type { IsoDate } from '@/lib/calendar/iso-date'

export type ParentMeetingStatus = 'booked' | 'held' | 'cancelled' | 'no-show' | 'declined'
export type ParentMeetingFormat = 'in-person' | 'video' | 'phone'

/** What the 6.65 rule has to know about one meeting; `on` is the London day. */
export type CountableMeeting = {
  readonly id: string
  readonly status: ParentMeetingStatus
  readonly on: IsoDate
  readonly format: ParentMeetingFormat
  readonly ledByTeacherOrSenco: boolean
  readonly isSenDiscussion: boolean
  readonly parentAttended: boolean
  readonly youngPersonAttended: boolean
  /** One review round may be several meetings, such as one with each of two separated parents. */
  readonly roundId: string | null
}

/** Days on SEN support or an EHC plan at this school; `until` is the last of them, `null` while it goes on. */
export type ScopePeriod = { readonly from: IsoDate; readonly until: IsoDate | null }

/** What a rule set decides about counting: how many meetings a year asks for, and the ways to meet that can count. */
export type CountingRule = {
  readonly eachYear: number
  readonly formats: readonly ParentMeetingFormat[]
}

/** What decides whether a meeting counts, apart from the meeting. */
export type CountingTerms = {
  readonly today: IsoDate
  readonly year: { readonly firstDay: IsoDate; readonly lastDay: IsoDate }
  readonly inScope: readonly ScopePeriod[]
  readonly compulsorySchoolAgeEnds: IsoDate | null
  readonly meetings: readonly CountableMeeting[]
  readonly settings: { readonly phoneCounts: boolean; readonly rule: CountingRule }
}

/** Why a meeting does not count, in the order the questions are asked (R21, C1 to C7). */
export type NotCounted =
  | 'another-year'
  | 'cancelled'
  | 'no-show'
  | 'declined'
  | 'not-in-scope'
  | 'not-sen-discussion'
  | 'not-led'
  | 'phone'
  | 'format'
  | 'booked'
  | 'future'
  | 'no-parent'
  | 'same-day'
  | 'same-round'

export type CountedMeeting = { id: string; on: IsoDate } & (
  { counts: true; reason: null } | { counts: false; reason: NotCounted }
)

/** Whether the pupil is on SEN support or an EHC plan here on this day (R21, "in scope"). */
export const isInScope = (periods: readonly ScopePeriod[], day: IsoDate) =>
  periods.some(({ from, until }) => from <= day && (until === null || day <= until))

/** What keeps a meeting from counting whether it is held or only booked (C2, C4 to C6, and C1 for those called off). */
function barred(meeting: CountableMeeting, { year, inScope, settings }: CountingTerms): NotCounted | null {
  if (meeting.on < year.firstDay || meeting.on > year.lastDay) return 'another-year'
  if (meeting.status !== 'held' && meeting.status !== 'booked') return meeting.status
  if (!isInScope(inScope, meeting.on)) return 'not-in-scope'
  if (!meeting.isSenDiscussion) return 'not-sen-discussion'
  if (!meeting.ledByTeacherOrSenco) return 'not-led'
  if (!settings.rule.formats.includes(meeting.format)) return 'format'
  return meeting.format === 'phone' && !settings.phoneCounts ? 'phone' : null
}

/** A parent came, or the young person once compulsory school age had ended by that day (C3; 1.12). */
const familyCame = (meeting: CountableMeeting, ends: IsoDate | null) =>
  meeting.parentAttended || (meeting.youngPersonAttended && ends !== null && meeting.on > ends)

/** What keeps one meeting from counting as held, before days and rounds are looked at (C1 to C6, C10). */
function notHeld(meeting: CountableMeeting, terms: CountingTerms): NotCounted | null {
  const bar = barred(meeting, terms)
  if (bar) return bar
  if (meeting.status === 'booked') return 'booked'
  if (meeting.on > terms.today) return 'future'
  return familyCame(meeting, terms.compulsorySchoolAgeEnds) ? null : 'no-parent'
}

/** A booked meeting as good as the paper it is on: nobody can have come yet, so who comes is not asked. */
export const isBookedToCount = (meeting: CountableMeeting, terms: CountingTerms) =>
  meeting.status === 'booked' && meeting.on >= terms.today && barred(meeting, terms) === null

/** The meetings that were held and meet C1 to C6, before one a day and one a round. */
export const heldMeetings = (terms: CountingTerms) =>
  terms.meetings.filter((meeting) => notHeld(meeting, terms) === null)

/** How many meetings were offered so far: a parent who never came makes none count, but the offers are shown (C12). */
export const offersMade = ({ meetings, inScope, today, year }: CountingTerms) =>
  meetings.filter(
    ({ status, on }) =>
      (status === 'declined' || ((status === 'held' || status === 'no-show') && on <= today)) &&
      on >= year.firstDay &&
      on <= year.lastDay &&
      isInScope(inScope, on),
  ).length

const byDay = (a: CountableMeeting, b: CountableMeeting) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * One a day and one a round (C7): of the meetings given, those that count, in order of their days.
 *
 * The two limits can pull against each other: mother on the 3rd and father on the 5th in one round, and another
 * meeting on the 3rd. Taking the first of the round would lose the other, and recording a real meeting could
 * lower the count. So days are paired with rounds until no more pairs can be made: as many meetings
 * count as the two limits allow, the earliest where there is a choice, and one more can never mean fewer.
 */
export function onePerDayAndRound(meetings: readonly CountableMeeting[]): CountableMeeting[] {
  const inOrder = [...meetings].sort(byDay)
  // So it is for most pupils, and a register asks this of 600: no two on one day, none in a round.
  if (inOrder.every(({ on, roundId }, place) => roundId === null && on !== inOrder[place - 1]?.on))
    return inOrder
  const days = new Map<IsoDate, CountableMeeting[]>()
  for (const meeting of inOrder) {
    const sameDay = days.get(meeting.on)
    if (sameDay) sameDay.push(meeting)
    else days.set(meeting.on, [meeting])
  }
  // A meeting in no round is a round of its own.
  type Round = string | CountableMeeting
  const takenBy = new Map<Round, CountableMeeting>()
  const place = (day: IsoDate, asked: Set<Round>): boolean =>
    (days.get(day) ?? []).some((meeting) => {
      const round = meeting.roundId ?? meeting
      if (asked.has(round)) return false
      asked.add(round)
      const holder = takenBy.get(round)
      if (holder && !place(holder.on, asked)) return false
      takenBy.set(round, meeting)
      return true
    })
  for (const day of days.keys()) place(day, new Set())
  return [...takenBy.values()].sort(byDay)
}

/** For each meeting of a pupil, whether it counts towards 6.65 and, where it does not, why (R21, C1 to C7). */
export function countedMeetings(terms: CountingTerms): CountedMeeting[] {
  const counted = new Set(onePerDayAndRound(heldMeetings(terms)))
  const rounds = new Set([...counted].flatMap(({ roundId }) => roundId ?? []))
  return terms.meetings.map((meeting) => {
    const { id, on, roundId } = meeting
    if (counted.has(meeting)) return { id, on, counts: true, reason: null }
    const sharesRound = roundId !== null && rounds.has(roundId)
    return {
      id,
      on,
      counts: false,
      reason: notHeld(meeting, terms) ?? (sharesRound ? 'same-round' : 'same-day'),
    }
  })
}
