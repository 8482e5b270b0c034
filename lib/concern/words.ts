import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { senReasonWords } from '@/lib/sen-status/words'
import type { ConcernReason } from './decision.rules'
import type { ConcernDecision, ConcernWait, RaisedBy, Sign } from './rules'
import type { Effect } from './strategy.rules'
import { COMPARE_WITHIN, type ConcernWaiting } from './waiting.rules'

/** Whose concern it is, as it is chosen. */
export const raisedByWords: Record<RaisedBy, string> = {
  staff: 'My own, or another member of staff’s',
  parent: 'A parent’s or carer’s',
  pupil: 'The pupil’s',
}

/** The four signs of less than expected progress, in the words of Code of Practice 6.17 made plain. */
export const signWords: Record<Sign, string> = {
  'slower-than-peers': 'Progress is much slower than that of others who started from the same point',
  'below-own-previous-rate': 'Progress is slower than the pupil’s own before',
  'gap-not-closing': 'The gap to others of the same age is not closing',
  'gap-widening': 'The gap to others of the same age is growing',
}

/** What was decided on a concern, as it is chosen and as it is shown. */
export const decisionWords: Record<ConcernDecision, string> = {
  'sen-support': 'SEN support',
  'not-sen': 'Not SEN',
  monitor: 'Monitor',
  'gather-more': 'Find out more',
}

/** What each decision leads to, as a hint under its choice. */
export const decisionHints: Record<ConcernDecision, string> = {
  'sen-support': 'You will be asked next from when and why',
  'not-sen': 'Say what else may lie behind it, and what will be done',
  monitor: 'Not on the register; say who watches what, and until when',
  'gather-more': 'Say what is still to be found out, by whom and by when',
}

/** Who wrote a family's concern down. */
export const writerWords = ({ writtenBy }: { writtenBy: string | null }): string =>
  writtenBy === null ? 'written on the family’s page' : `written down by ${writtenBy}`

/** What a parent reads of their own worry: whether it was answered, and how long the school has had it. */
export function ownWaitWords({ schoolDays, isAnswered }: ConcernWait, answeredOn: IsoDate | null): string {
  if (isAnswered && answeredOn) return `The school answered on ${longDate(answeredOn)}`
  return schoolDays === 0
    ? 'The school has it since today, and will answer'
    : `The school has had it for ${schoolDayCount(schoolDays)}, and has not answered yet`
}

const schoolDayCount = (count: number) => `${count} school ${count === 1 ? 'day' : 'days'}`

/** How long a concern waited: "Answered after 3 school days", "Waiting for 6 school days". */
export function waitWords({ schoolDays, isAnswered }: ConcernWait): string {
  if (isAnswered)
    return schoolDays === 0 ? 'Answered the same school day' : `Answered after ${schoolDayCount(schoolDays)}`
  return schoolDays === 0 ? 'Raised today, not yet answered' : `Waiting for ${schoolDayCount(schoolDays)}`
}

/** What a decision on a concern can rest on, as it is ticked and as it is shown. */
export const concernReasonWords: Record<ConcernReason, string> = {
  ...senReasonWords,
  'good-teaching-is-enough': 'Good teaching, adapted for the class, is enough',
  'life-event': 'Something in the pupil’s life: a loss, bullying, a change at home',
  'health-or-attendance': 'Health, sight or hearing, or time missed from school',
  'not-enough-known': 'Not enough is known yet',
}

/** What came of a strategy, as it is chosen and as it is shown. */
export const effectWords: Record<Effect, string> = {
  helped: 'It helped',
  'helped-a-little': 'It helped a little',
  'no-difference': 'It made no difference',
}

/** What a concern waits for, with the paragraph or promise that asks for it. */
export function waitingWords({ step, schoolDays, since, isLate }: ConcernWaiting): string {
  switch (step) {
    case 'answer':
      return `Waiting for an answer for ${schoolDayCount(schoolDays)} (Code 6.20)`
    case 'compare':
      return `Not yet set beside the school’s own assessment${isLate ? `, more than ${COMPARE_WITHIN} school days` : ''} (Code 6.45)`
    case 'talk':
      return `The decision of ${longDate(since)} is not talked over with a parent yet`
    case 'look-again':
      return `To be looked at again on ${longDate(since)}`
    case 'decide':
      return `Open for ${schoolDayCount(schoolDays)} without yes or no (Code 6.19)`
  }
}
