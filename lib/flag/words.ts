import { dayAndMonth, type IsoDate, schoolTime, weekdayDate } from '@/lib/calendar/iso-date'
import { countSchoolDays, isSchoolDay, schoolDaysOf } from '@/lib/calendar/school-days'
import type { FlagGroup, FlagKind, TodayGroup, TodayLine } from './rules'
import { allOfKind } from './addresses.rules'
import type { TodayPupil } from './pupil.words'

/** What each group of Today is called. */
export const groupWords: Record<FlagGroup, string> = {
  missed: 'Missed',
  'at-risk': 'At risk',
  'coming-up': 'Coming up',
}

const GROUP_NOTES: Record<FlagGroup, string> = {
  missed: 'A must, or a date that was agreed',
  'at-risk': 'There is still time',
  'coming-up': 'To think about, no more',
}

/** The count beside a group's heading: "4 of 11 shown. A must, or a date that was agreed". */
export function groupNote({ group, lines, count }: TodayGroup): string {
  const counted = lines.length === count ? String(count) : `${lines.length} of ${count} shown`
  return `${counted}. ${GROUP_NOTES[group]}`
}

/** What all of a kind are, as they follow "more" or stand as a heading. */
const KINDS: Record<FlagKind, readonly [one: string, many: string]> = {
  'parents-not-told': ['family that has not been told', 'families that have not been told'],
  'review-overdue': ['review that is overdue', 'reviews that are overdue'],
  'no-plan': ['pupil who waits for a plan', 'pupils who wait for a plan'],
  'no-review-date': ['plan without a review date', 'plans without a review date'],
  'not-met': ['pupil for whom it is not met', 'pupils for whom it is not met'],
  'review-today': ['review due today', 'reviews due today'],
  'at-risk': ['pupil who is behind', 'pupils who are behind'],
  'outcome-not-whole': [
    'plan with an outcome that lacks something',
    'plans with an outcome that lacks something',
  ],
  concern: ['concern without an answer', 'concerns without an answer'],
  compare: ['concern to compare with what school sees', 'concerns to compare with what school sees'],
  'concern-next': ['concern to come back to', 'concerns to come back to'],
  'early-discussion': ['early discussion to write down or give', 'early discussions to write down or give'],
  advice: ['family to tell about the advice service', 'families to tell about the advice service'],
  views: ['assessment without a family’s views', 'assessments without a family’s views'],
  contribute: ['request for what you know', 'requests for what you know'],
  'class-check': ['class to check this term', 'classes to check this term'],
  'find-out': ['question to find out', 'questions to find out'],
  'note-question': ['question about a Do note', 'questions about Do notes'],
  quiet: ['provision that is not noted', 'provisions that are not noted'],
  'under-given': ['provision given less than planned', 'provisions given less than planned'],
  'under-aim': ['outcome under its aim line', 'outcomes under their aim lines'],
  oversight: ['provision to look at', 'provisions to look at'],
  invitation: ['invitation that needs another try', 'invitations that need another try'],
  'held-or-not': ['meeting that may have been held', 'meetings that may have been held'],
  record: ['meeting without a record', 'meetings without a record'],
  copy: ['record a parent has no copy of', 'records a parent has no copy of'],
  'staff-or-mis': ['record to share with staff or the MIS', 'records to share with staff or the MIS'],
  'record-question': ['question about a record', 'questions about records'],
  'plan-to-read': ['plan to read', 'plans to read'],
  'plan-not-read': ['plan that staff have not read', 'plans that staff have not read'],
  prepare: ['meeting to prepare', 'meetings to prepare'],
  training: ['training that is not recorded', 'trainings that are not recorded'],
  'review-soon': ['review due soon', 'reviews due soon'],
  'review-holiday': ['review agreed for a day without school', 'reviews agreed for days without school'],
  specialist: ['pupil who should see a specialist', 'pupils who should see a specialist'],
  'specialist-think': ['pupil a specialist may help', 'pupils a specialist may help'],
  'review-views': ['review without everybody’s views', 'reviews without everybody’s views'],
  watch: ['pupil to look at after SEN support ended', 'pupils to look at after SEN support ended'],
  'responsible-not-told': [
    'family to tell who is responsible now',
    'families to tell who is responsible now',
  ],
  'end-not-told': ['family to tell that SEN support ended', 'families to tell that SEN support ended'],
}

/** The way to the rest of a long list: "See 7 more reviews that are overdue". */
export const moreWords = (kind: FlagKind, count: number) =>
  `See ${count} more ${KINDS[kind][count === 1 ? 0 : 1]}`

/** A kind of flag as the heading of a page: "Reviews that are overdue". */
export function kindHeading(kind: FlagKind): string {
  const [, many] = KINDS[kind]
  return many.charAt(0).toUpperCase() + many.slice(1)
}

/** Many reviews of the next two weeks in one line (R14; 6.53). */
export function reviewsSoonLine(pupils: readonly TodayPupil[]): TodayLine {
  const days = pupils.flatMap(({ reviewDue }) => reviewDue ?? []).sort()
  const [first, last] = [days[0], days.at(-1)] as [IsoDate, IsoDate]
  return {
    act: `See the ${pupils.length} reviews due by ${dayAndMonth(last)}`,
    path: allOfKind('review-soon'),
    who: first === last ? `All on ${dayAndMonth(last)}` : `The first is due on ${dayAndMonth(first)}`,
    since: `By ${dayAndMonth(last)}`,
    source: 'Code 6.53',
  }
}

const NOON = '12:00'
const EVENING = '17:00'

/** A greeting by the school's clock. */
export function greeting(now: Date, givenName: string): string {
  const time = schoolTime(now)
  const part = time < NOON ? 'morning' : time < EVENING ? 'afternoon' : 'evening'
  return `Good ${part}, ${givenName}`
}

type NamedTerm = { readonly name: string; readonly firstDay: IsoDate; readonly lastDay: IsoDate }
type DayCalendar = { readonly terms: readonly NamedTerm[]; readonly closedDays: readonly IsoDate[] }

/** "Tuesday 16 March 2027, school day 117 of 190. Term ends on 25 March." */
export function dayLine(calendar: DayCalendar, today: IsoDate): string {
  const days = schoolDaysOf(calendar)
  const term = calendar.terms.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)
  const next = [...calendar.terms]
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
    .find(({ firstDay }) => firstDay > today)
  const begins = next ? ` Term begins on ${dayAndMonth(next.firstDay)}.` : ''
  const [first] = days
  if (!first || !isSchoolDay(calendar, today))
    return `${weekdayDate(today)}, no school today.${term ? ` Term ends on ${dayAndMonth(term.lastDay)}.` : begins}`
  const count = `${weekdayDate(today)}, school day ${countSchoolDays(calendar, first, today)} of ${days.length}.`
  return `${count}${term ? ` Term ends ${term.lastDay === today ? 'today' : `on ${dayAndMonth(term.lastDay)}`}.` : ''}`
}
