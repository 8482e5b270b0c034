import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Term } from '@/lib/calendar/school-days'
import type { SchoolYear } from '@/lib/calendar/school-year'
import { compulsorySchoolAgeEnds, expectedYearGroup } from '@/lib/pupil/rules'
import type { CountableMeeting, ScopePeriod } from './counting.rules'
import type { MeetingRuleSet } from './rule-set.rules'
import {
  type ParentMeetingStanding,
  parentMeetingStanding,
  type StandingInput,
  type StandingSettings,
} from './rules'

/** A time on SEN support or with an EHC plan, as the register keeps it. */
export type StatusPeriod = ScopePeriod & { readonly status: string }

/** What the database holds about one pupil and 6.65, before a school's settings are applied. */
export type MeetingFacts = {
  readonly dateOfBirth: IsoDate
  readonly statuses: readonly StatusPeriod[]
  readonly meetings: readonly CountableMeeting[]
}

/** A school's year and what the school has set, as far as 6.65 asks. */
export type MeetingCalendar = {
  readonly year: { readonly firstDay: IsoDate; readonly lastDay: IsoDate }
  readonly terms: readonly Term[]
  readonly closedDays: readonly IsoDate[]
  readonly settings: StandingSettings & {
    /** The whole rule set of the year, with its words. */
    readonly rule: MeetingRuleSet
    readonly includeEhcPlan: boolean
    /** Left out only where the school says so. */
    readonly includeNursery?: boolean
  }
}

/** The days a pupil is asked about: an EHC plan is among them unless the school has set it apart (8.3). */
export const scopeOf = (statuses: readonly StatusPeriod[], { includeEhcPlan }: { includeEhcPlan: boolean }) =>
  statuses.filter(({ status }) => includeEhcPlan || status !== 'ehc-plan')

/**
 * Whether a school that leaves its nursery out leaves this pupil out: by age, those who are to start Reception in a
 * later school year than this one. An age is known of every year, a year group only of today.
 */
export const isLeftOut = (
  dateOfBirth: IsoDate,
  { year, settings }: Pick<MeetingCalendar, 'year' | 'settings'>,
) =>
  settings.includeNursery === false &&
  expectedYearGroup(dateOfBirth, Number(year.firstDay.slice(0, 4)) as SchoolYear) < 0

/** The facts of one pupil and the calendar of the school, put as the rule of 6.65 asks for them. */
export const standingInput = (
  facts: MeetingFacts,
  calendar: MeetingCalendar,
  today: IsoDate,
): StandingInput => ({
  today,
  year: calendar.year,
  terms: calendar.terms,
  closedDays: calendar.closedDays,
  settings: calendar.settings,
  inScope: isLeftOut(facts.dateOfBirth, calendar) ? [] : scopeOf(facts.statuses, calendar.settings),
  compulsorySchoolAgeEnds: compulsorySchoolAgeEnds(facts.dateOfBirth),
  meetings: facts.meetings,
})

/**
 * Where the pupil would stand if a parent came to this meeting on its day and it was recorded as held; `null` for a
 * meeting of another year, which changes nothing in this one.
 */
export function standingIfHeld(
  facts: MeetingFacts,
  meetingId: string,
  calendar: MeetingCalendar,
  today: IsoDate,
): ParentMeetingStanding | null {
  const meeting = facts.meetings.find(({ id }) => id === meetingId)
  if (!meeting) return null
  const held = { ...meeting, status: 'held' as const, parentAttended: true }
  const meetings = facts.meetings.map((other) => (other === meeting ? held : other))
  return parentMeetingStanding(
    standingInput({ ...facts, meetings }, calendar, meeting.on > today ? meeting.on : today),
  )
}
