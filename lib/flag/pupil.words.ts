import { dayAndMonth, daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { type PlanWait, planWait } from '@/lib/cycle/due.rules'
import { stageWords } from '@/lib/cycle/words'
import { daysLate, reviewTiming } from '@/lib/review/rules'
import type { RegisterLine } from '@/lib/sen-register/rules'
import { addresses } from './addresses.rules'
import type { Flag } from './rules'

/** A pupil on the register today, as far as Today asks: the register's line, and who answers for the plan. */
export type TodayPupil = Pick<
  RegisterLine,
  'pupilId' | 'className' | 'stage' | 'cycleId' | 'reviewDue' | 'standing' | 'sentence'
> & {
  readonly name: string
  /** Who answers for the open cycle (6.36). */
  readonly responsible: string | null
  readonly cycleNumber: number | null
  readonly lastReviewOn: IsoDate | null
  readonly onRegisterSince: IsoDate | null
}

/** "11 days", "1 school day". */
export const countOf = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** "4 Ash, Tom Whitfield. Agreed date 5 March": where the pupil is found, and then what there is to say. */
export function whoWords(place: readonly (string | null)[], says: string): string {
  const found = place.filter(Boolean).join(', ')
  return found === '' ? says : `${found}. ${says}`
}

/** A plan in force without a date on which it is looked at, as an import may leave it (R07; 6.48). */
export function noDateFlag(pupil: TodayPupil): Flag | null {
  const { pupilId, name, cycleId, reviewDue, stage } = pupil
  if (cycleId === null || reviewDue !== null || (stage !== 'do' && stage !== 'review')) return null
  return {
    kind: 'no-review-date',
    group: 'missed',
    ruleId: 'R07',
    weight: 0,
    pupilId,
    act: `Agree a review date for ${name}’s plan`,
    path: addresses.plan(pupilId, cycleId),
    who: whoWords([pupil.className, pupil.responsible], 'The plan is in force without one'),
    since: 'Since it came into force',
    source: 'Code 6.48',
  }
}

/** The agreed review of a pupil: missed from the day after, due today, or in the next two weeks (R14, R15; 6.53). */
export function reviewFlag(pupil: TodayPupil, today: IsoDate): Flag | null {
  const { pupilId, name, cycleId, reviewDue } = pupil
  if (cycleId === null || reviewDue === null) return null
  const agreed = `Agreed date ${dayAndMonth(reviewDue)}`
  const shared = {
    pupilId,
    path: addresses.review(pupilId, cycleId),
    who: whoWords([pupil.className, pupil.responsible], agreed),
    source: 'Code 6.53',
  }
  const late = daysLate(reviewDue, today)
  switch (reviewTiming(reviewDue, today)) {
    case 'overdue':
      return {
        ...shared,
        kind: 'review-overdue',
        group: 'missed',
        ruleId: 'R15',
        weight: late,
        act: `Record ${name}’s review`,
        since: `${countOf(late, 'day')} overdue`,
      }
    case 'due-today':
      return {
        ...shared,
        kind: 'review-today',
        group: 'at-risk',
        ruleId: 'R14',
        weight: 0,
        act: `Record ${name}’s review`,
        since: 'Due today',
      }
    case 'due-soon':
      return {
        ...shared,
        kind: 'review-soon',
        group: 'coming-up',
        ruleId: 'R14',
        weight: -daysBetween(today, reviewDue),
        act: `Prepare ${name}’s review`,
        path: addresses.pupil(pupilId),
        since: `Due ${dayAndMonth(reviewDue)}`,
      }
    case 'not-due':
      return null
  }
}

function nextStep({ pupilId, name, cycleId, stage }: TodayPupil): Pick<Flag, 'act' | 'path'> {
  if (cycleId === null || stage === 'none')
    return { act: `Start a cycle for ${name}`, path: addresses.startCycle(pupilId) }
  return stage === 'assess'
    ? { act: `Finish ${name}’s assessment`, path: addresses.assess(pupilId, cycleId) }
    : { act: `Agree a plan for ${name}`, path: addresses.plan(pupilId, cycleId) }
}

function planSays({ stage, cycleId, cycleNumber, lastReviewOn }: TodayPupil, { since }: PlanWait): string {
  const began =
    since === lastReviewOn ? `Last review ${longDate(since)}` : `On the register since ${longDate(since)}`
  if (cycleId === null || stage === 'none') return `${began}, no cycle since`
  return `${began}; cycle ${cycleNumber ?? ''} is at ${stageWords[stage]}`
}

/** A pupil on the register who has waited for a plan longer than usual, or too long (R08; 6.48). */
export function planFlag(pupil: TodayPupil, calendar: SchoolCalendar, today: IsoDate): Flag | null {
  const wait = planWait({ ...pupil, stage: pupil.stage === 'none' ? null : pupil.stage }, calendar, today)
  if (!wait) return null
  // Further back than the calendar reaches school days cannot be counted.
  const isCounted = calendar.terms.some(({ firstDay }) => firstDay <= wait.since)
  return {
    kind: 'no-plan',
    group: wait.isLate ? 'missed' : 'at-risk',
    ruleId: 'R08',
    weight: daysBetween(wait.since, today),
    pupilId: pupil.pupilId,
    ...nextStep(pupil),
    who: whoWords([pupil.className, pupil.responsible], planSays(pupil, wait)),
    since: isCounted ? countOf(wait.schoolDays, 'school day') : `Since ${longDate(wait.since)}`,
    source: 'Code 6.48',
  }
}
