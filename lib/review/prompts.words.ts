import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar, TermCalendar } from '@/lib/calendar/school-days'
import { planWait } from '@/lib/cycle/due.rules'
import { holidayMove } from './date.rules'
import { progressPrompt } from './progress.rules'
import type { ReviewedPupil } from './progress.rules'
import { daysLate, reviewTiming } from './rules'
import { missingViews } from './views.rules'

/** A flag of the review as the pupil's page says it: what, by which paragraph, since when, and what would clear it. */
export type ReviewPrompt = {
  readonly rule: 'R07' | 'R08' | 'R14' | 'R15' | 'R17' | 'R25' | 'R26'
  /** Missed: an agreed date. At risk: a should. To think about: a prompt. */
  readonly tone: 'miss' | 'risk' | 'none'
  readonly says: string
  readonly paragraph: string
  readonly since: string
  readonly clears: string
  /** Where it is cleared, beneath the pupil's own address. */
  readonly path: string
}

type OpenReview = { readonly id: string; readonly reviewDue: IsoDate | null; readonly isInForce: boolean }
type Asked = { readonly calendar: SchoolCalendar; readonly today: IsoDate }

/** The agreed review: in a holiday, soon, today or overdue (R14, R15; 6.53). */
export function duePrompt(cycle: OpenReview | null, { calendar, today }: Asked): ReviewPrompt | null {
  if (!cycle?.isInForce) return null
  const { id, reviewDue } = cycle
  if (reviewDue === null) return noDatePrompt(id)
  const path = `cycles/${id}/review`
  const shared = { paragraph: 'Code 6.53', path, clears: 'Recording the review' }
  const holiday = holidayMove(reviewDue, calendar, today)
  if (holiday)
    return {
      ...shared,
      rule: 'R14',
      tone: 'none',
      path: `${path}/move`,
      says: `The review is agreed for ${longDate(reviewDue)}, when there is no school`,
      since: `To be moved by ${longDate(holiday.moveBy)}, the last school day before it`,
      clears: 'Agreeing another day, or recording the review',
    }
  const late = daysLate(reviewDue, today)
  switch (reviewTiming(reviewDue, today)) {
    case 'overdue':
      return {
        ...shared,
        rule: 'R15',
        tone: 'miss',
        says: `The review is ${late} ${late === 1 ? 'day' : 'days'} overdue`,
        since: `Agreed for ${longDate(reviewDue)}`,
        clears: 'Recording the review; that it was late stays with it',
      }
    case 'due-today':
      return { ...shared, rule: 'R14', tone: 'risk', says: 'The review is due today', since: 'Today' }
    case 'due-soon':
      return {
        ...shared,
        rule: 'R14',
        tone: 'none',
        says: 'The review is due soon',
        since: `Agreed for ${longDate(reviewDue)}`,
        clears: 'Recording the review, or agreeing another day before then',
      }
    case 'not-due':
      return null
  }
}

const noDatePrompt = (cycleId: string): ReviewPrompt => ({
  rule: 'R07',
  tone: 'miss',
  says: 'The plan is in force without a date on which it is looked at',
  paragraph: 'Code 6.48',
  since: 'Since it came into force',
  clears: 'Agreeing a review date in a change of the plan',
  path: `cycles/${cycleId}/plan`,
})

type Waiting = Parameters<typeof planWait>[0] & { readonly openCycleId: string | null }

/** On the register without a plan in force for longer than usual, or too long (R08; 6.48). */
export function planPrompt(pupil: Waiting, { calendar, today }: Asked): ReviewPrompt | null {
  const wait = planWait(pupil, calendar, today)
  if (!wait) return null
  const { openCycleId, stage, lastReviewOn } = pupil
  return {
    rule: 'R08',
    tone: wait.isLate ? 'miss' : 'risk',
    says: `No plan is in force for ${wait.schoolDays} school days`,
    paragraph: 'Code 6.48',
    since: `Since ${longDate(wait.since)}, ${wait.since === lastReviewOn ? 'the last review' : 'on the register'}`,
    clears: 'Bringing a plan into force',
    path:
      openCycleId === null
        ? 'cycles/start'
        : `cycles/${openCycleId}/${stage === 'assess' ? 'assess' : 'plan'}`,
  }
}

const WHOSE = { parent: 'a parent', pupil: 'the pupil' } as const

/** The latest review without the views of a parent or the pupil (R17; 6.54). */
export function viewsPrompt({ cycles }: ReviewedPupil): ReviewPrompt | null {
  const [latest] = cycles
  if (!latest) return null
  const missing = missingViews(latest.views)
  if (missing.length === 0) return null
  return {
    rule: 'R17',
    tone: 'risk',
    says: `The last review has not the views of ${missing.map((whose) => WHOSE[whose]).join(' and ')}`,
    paragraph: 'Code 6.54',
    since: `Review of ${longDate(latest.heldOn)}`,
    clears: missing.includes('parent')
      ? 'Adding what they say; for a parent, two invitations without an answer are enough'
      : 'Adding what the pupil says',
    path: `cycles/${latest.cycleId}/review/later-views`,
  }
}

/** Slow progress in one cycle, or in two in a row, and nobody asked to help (R25, R26; 6.58, 6.59). */
export function slowPrompt(
  { cycles, involvements }: ReviewedPupil,
  { calendar, today }: { readonly calendar: TermCalendar; readonly today: IsoDate },
): ReviewPrompt | null {
  const prompt = progressPrompt(cycles, involvements, calendar, today)
  if (!prompt) return null
  const shared = { since: `Review of ${longDate(prompt.since)}`, path: 'specialists/add' }
  return prompt.rule === 'R26'
    ? {
        ...shared,
        rule: 'R26',
        tone: 'risk',
        says: 'Two cycles in a row with half or more of the outcomes below expected: a specialist should be involved, and the parents in that decision',
        paragraph: 'Code 6.59',
        clears: 'Recording that a specialist was asked with the parents, or a review that goes better',
      }
    : {
        ...shared,
        rule: 'R25',
        tone: 'none',
        says: 'Half or more of the outcomes were below expected: think with the parents about asking a specialist',
        paragraph: 'Code 6.58',
        clears: 'Recording that a specialist was asked, or a review that goes better',
      }
}
