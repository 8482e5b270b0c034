import type { IsoDate } from '@/lib/calendar/iso-date'
import { plusSchoolDays, type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import { leavesOpen } from './decision.rules'
import { type ConcernDecision, concernWait, type RaisedBy } from './rules'

/** School days in which a family's concern is set beside the school's own assessment; a product default (R05; 6.45). */
export const COMPARE_WITHIN = 10

/** School days of a term, after which a concern that is still open is looked at; a product default (6.19). */
export const A_TERM = 63

/** School days in which a decision of "no" is talked over with the parents; a product default (P04). */
export const TALK_OVER_WITHIN = 5

/** As much of one decision as says what still waits. */
export type DecisionFacts = {
  readonly decision: ConcernDecision
  readonly decidedOn: IsoDate
  readonly isCompared: boolean
  readonly lookAgainOn: IsoDate | null
  /** Whether it was talked over with a parent. */
  readonly isTalkedOver: boolean
}

/** A concern as far as it says what still waits; its decisions in the order in which they were made. */
export type ConcernFacts = {
  readonly raisedBy: RaisedBy
  readonly raisedOn: IsoDate
  readonly answeredOn: IsoDate | null
  readonly decisions: readonly DecisionFacts[]
}

/** What a concern can wait for: its answer, the comparison, the talk, another look, or a decision after a term. */
export type ConcernStep = 'answer' | 'compare' | 'talk' | 'look-again' | 'decide'

/** One thing a concern waits for, how many school days it has, and whether that is longer than the school allows itself. */
export type ConcernWaiting = {
  readonly step: ConcernStep
  readonly rule: 'R05' | 'R36' | null
  readonly since: IsoDate
  readonly schoolDays: number
  readonly isLate: boolean
}

/** A parent's or the pupil's concern, not yet set beside the school's own assessment (6.45, R05); null once it is. */
export function comparisonWait(
  { raisedBy, raisedOn, decisions }: ConcernFacts,
  today: IsoDate,
  calendar: SchoolCalendar,
): ConcernWaiting | null {
  if (raisedBy === 'staff' || decisions.some(({ isCompared }) => isCompared)) return null
  // Raised in a holiday it counts from the next school day, as if it had been raised then.
  const counted = plusSchoolDays(calendar, raisedOn, 0) ?? raisedOn
  const schoolDays = Math.max(0, schoolDaysBetween(calendar, counted, today))
  return { step: 'compare', rule: 'R05', since: raisedOn, schoolDays, isLate: schoolDays > COMPARE_WITHIN }
}

function nextStep(concern: ConcernFacts, today: IsoDate, calendar: SchoolCalendar): ConcernWaiting | null {
  const last = concern.decisions.at(-1)
  const open = schoolDaysBetween(calendar, concern.raisedOn, today)
  if (!last) return null
  if (leavesOpen(last.decision)) {
    if (last.lookAgainOn !== null && last.lookAgainOn <= today) {
      const schoolDays = schoolDaysBetween(calendar, last.lookAgainOn, today)
      return { step: 'look-again', rule: null, since: last.lookAgainOn, schoolDays, isLate: schoolDays > 0 }
    }
    return open > A_TERM
      ? { step: 'decide', rule: null, since: concern.raisedOn, schoolDays: open, isLate: true }
      : null
  }
  if (last.decision !== 'not-sen' || last.isTalkedOver) return null
  const schoolDays = schoolDaysBetween(calendar, last.decidedOn, today)
  return {
    step: 'talk',
    rule: null,
    since: last.decidedOn,
    schoolDays,
    isLate: schoolDays > TALK_OVER_WITHIN,
  }
}

/**
 * Everything a concern waits for today: an answer (R36; 6.17, 6.20), the comparison with the school's own assessment
 * (R05; 6.45), and then another look, a decision where a term has gone by without one (6.19), or that a "no" is talked
 * over like a "yes" (P04).
 */
export function concernWaits(
  concern: ConcernFacts,
  today: IsoDate,
  calendar: SchoolCalendar,
): ConcernWaiting[] {
  const wait = concernWait(concern, today, calendar)
  const answer: ConcernWaiting | null = wait.isAnswered
    ? null
    : {
        step: 'answer',
        rule: 'R36',
        since: concern.raisedOn,
        schoolDays: wait.schoolDays,
        isLate: wait.isLate,
      }
  return [answer, comparisonWait(concern, today, calendar), nextStep(concern, today, calendar)].filter(
    (step) => step !== null,
  )
}
