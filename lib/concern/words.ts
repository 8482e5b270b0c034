import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { ConcernDecision, ConcernWait, RaisedBy, Sign } from './rules'

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

const schoolDayCount = (count: number) => `${count} school ${count === 1 ? 'day' : 'days'}`

/** How long a concern waited: "Answered after 3 school days", "Waiting for 6 school days". */
export function waitWords({ schoolDays, isAnswered }: ConcernWait): string {
  if (isAnswered)
    return schoolDays === 0 ? 'Answered the same school day' : `Answered after ${schoolDayCount(schoolDays)}`
  return schoolDays === 0 ? 'Raised today, not yet answered' : `Waiting for ${schoolDayCount(schoolDays)}`
}

type Answer = { decision: ConcernDecision; answer: string; answeredOn: IsoDate }

const dated = ({ decision, answer, answeredOn }: Answer) =>
  `${longDate(answeredOn)}, ${decisionWords[decision]}: ${answer}`

const DATED = /^\d{1,2} [A-Z][a-z]+ \d{4}, /

/** A later answer above those before it, each with its day and what was decided: nothing that was said is lost. */
export const answersTogether = (later: Answer, earlier: Answer): string =>
  `${dated(later)}\n\n${DATED.test(earlier.answer) ? earlier.answer : dated(earlier)}`
