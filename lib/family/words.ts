import {
  dayAndMonth,
  type IsoDate,
  longDate,
  plusDays,
  timeOfDay,
  weekdayDate,
} from '@/lib/calendar/iso-date'
import type { ParentConsultation } from '@/lib/cycle/activation.rules'
import { withUnit } from '@/lib/outcome/words'
import { roleWords } from '@/lib/person/words'
import type { OutcomeRating, ProvisionDecision, ReviewDecision } from '@/lib/review/decision.rules'
import type { Aim, Child, NextMeeting, Pace, SchoolPerson, Support } from './rules'

/** How an aim is going, said kindly (look.md, words and tone). */
export const paceWords: Record<Pace, string> = {
  reached: 'Reached',
  'getting-there': 'Getting there',
  'just-begun': 'Just begun',
  slower: 'Slower than hoped',
}

/** How an aim went, at its review. */
export const ratingForFamily: Record<OutcomeRating, string> = {
  [-2]: 'Much slower than hoped',
  [-1]: 'Slower than hoped',
  0: 'As hoped',
  1: 'Better than hoped',
  2: 'Much better than hoped',
}

/** What a review decided, as it is said to a family. */
export const decisionForFamily: Record<ReviewDecision, string> = {
  continue: 'We carry on with the same support.',
  'change-support': 'We change the support.',
  'involve-specialist': 'We ask a specialist for advice, together with you.',
  'request-ehc-needs-assessment': 'The school asks the council for an EHC needs assessment.',
  'step-down': 'SEN support is no longer needed.',
}

/** What becomes of one support, as it is said to a family. */
export const supportForFamily: Record<ProvisionDecision, string> = {
  continue: 'it goes on',
  adjust: 'we change it',
  stop: 'it stops',
}

/** Whether the parents are with the plan, in a line under it. */
export const consultationForFamily: Record<ParentConsultation, string> = {
  agreed: 'The parents agreed with this plan.',
  partly: 'The parents agreed with part of this plan.',
  disagreed: 'The parents did not agree with this plan.',
  'invited-no-answer':
    'The parents were asked what they think and have not said yet. You can say it at any time.',
}

/** "Mr Whitfield, class teacher": a name and what they do. */
export const personAndJob = (person: SchoolPerson) =>
  `${person.name}, ${person.jobTitle ?? roleWords(person.role)}`

/** "Today, Tuesday 16 March 2027": a day someone has to turn up on. */
export function comingDay(on: IsoDate, today: IsoDate): string {
  if (on === today) return `Today, ${weekdayDate(on)}`
  return on === plusDays(today, 1) ? `Tomorrow, ${weekdayDate(on)}` : weekdayDate(on)
}

/** "3:30pm, school library" or "3:30pm, by video". */
export const timeAndPlace = ({ at, place, format }: Pick<NextMeeting, 'at' | 'place' | 'format'>): string =>
  [at && timeOfDay(at), place, format === 'in-person' ? (place ? null : 'at school') : `by ${format}`]
    .filter(Boolean)
    .join(', ')

/** "Year 4 at Oakfield Primary". */
export const childLine = ({ yearGroup, leftOn }: Child, schoolName: string): string =>
  leftOn
    ? `Left ${schoolName} on ${longDate(leftOn)}`
    : yearGroup
      ? `${yearGroup} at ${schoolName}`
      : `At ${schoolName}`

/** What a child receives, in a sentence; where it is nothing, what to do with a worry (P02). */
export function supportStanding({ givenName, status, statusFrom }: Child): string {
  const since = statusFrom ? ` since ${longDate(statusFrom)}` : ''
  if (status === 'sen-support') return `${givenName} has had SEN support${since}.`
  if (status === 'ehc-plan')
    return `${givenName} has had an education, health and care plan (EHC plan)${since}.`
  return `${givenName} is not on SEN support today.`
}

/** What a child receives, in two or three words. */
export const receives: Record<NonNullable<Child['status']>, string> = {
  'sen-support': 'SEN support',
  'ehc-plan': 'An EHC plan',
}

const by = (day: IsoDate | null) => (day ? ` by ${dayAndMonth(day)}` : '')
const on = (day: IsoDate | null) => (day ? ` on ${dayAndMonth(day)}` : '')

/** Start, now and target of an aim in sentences; `now` stands apart, so that a page may make it bold. */
export function aimSentences(aim: Aim): {
  start: string
  now: { when: string; value: string } | null
  target: string
} {
  const { baseline, baselineOn, latest, target, unit } = aim
  return {
    start: baseline === null ? '' : `At the start${on(baselineOn)}: ${withUnit(baseline, unit)}.`,
    now:
      latest === null
        ? null
        : { when: `Now, on ${dayAndMonth(latest.on)}`, value: withUnit(latest.value, unit) },
    target: target === null ? '' : `The aim${by(aim.by)}: ${withUnit(target, unit)}.`,
  }
}

const timesAWeek = (perWeek: number) =>
  perWeek === 1 ? 'once a week' : perWeek === 2 ? 'twice a week' : `${perWeek} times a week`
const times = (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`

/** "with Mrs Pickering, one to one, for 10 minutes, 4 times a week, in the library, until 4 December". */
export function howOften(support: Support, givenName: string): string {
  const { who, groupSize, minutes, perWeek, place, until } = support
  return [
    who && `with ${who.name}`,
    groupSize && (groupSize === 1 ? `just ${givenName}` : `in a group of ${groupSize}`),
    minutes && `for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    perWeek && timesAWeek(perWeek),
    place,
    until && `until ${dayAndMonth(until)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "17 times out of 20 so far": how often it happened; null where nothing is written down yet. */
export function howOftenHappened({ happened: { given, notGiven, planned } }: Support): string | null {
  if (given + notGiven === 0) return null
  if (planned === null || planned === 0) return times(given)
  return planned < given
    ? `${times(given)}, and ${planned} were planned`
    : `${times(given)} out of ${planned}`
}

/** When the plan is looked at again, or should have been (6.53). */
export function reviewSentence(
  plan: { reviewDue: IsoDate | null; closedOn: IsoDate | null },
  today: IsoDate,
): string {
  if (plan.closedOn)
    return `We looked at this plan again on ${longDate(plan.closedOn)}. The next plan is here as soon as it is agreed.`
  if (!plan.reviewDue) return 'No day is set yet for looking at this plan again.'
  if (plan.reviewDue === today) return 'We look at this plan again with you today.'
  return plan.reviewDue > today
    ? `We look at this plan again with you by ${longDate(plan.reviewDue)}.`
    : `We meant to look at this plan again with you by ${longDate(plan.reviewDue)}, and it is not written down yet. You can ask when it will be.`
}

/** "one to one: 10 minutes, 4 times a week, with Mrs Joan Pickering, 8 February to 25 March", for the sheet. */
export function sheetHow({ who, groupSize, minutes, perWeek, place, from, until }: Support): string {
  const dates =
    from && until ? `${dayAndMonth(from)} to ${dayAndMonth(until)}` : from && `from ${dayAndMonth(from)}`
  return [
    groupSize && (groupSize === 1 ? 'one to one' : `group of ${groupSize}`),
    minutes && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    perWeek && timesAWeek(perWeek),
    who && `with ${who.fullName}`,
    place,
    dates,
  ]
    .filter(Boolean)
    .join(', ')
}
