import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { stageWords } from '@/lib/cycle/words'
import type { StandingState } from '@/lib/parent-meeting/rules'
import { statusWords } from '@/lib/sen-status/words'
import type { RegisterLine, RegisterStage, RegisterStatus } from './rules'
import type { RegisterSort } from './sort.rules'

/** What each status is called on the register; K and E stay at the census edge. */
export const registerStatusWords: Record<RegisterStatus, string> = {
  ...statusWords,
  ended: 'Ended this year',
  'to-come': 'To begin',
}

/** What each stage is called on the register, as it is chosen. */
export const registerStageWords: Record<RegisterStage, string> = {
  assess: stageWords.assess,
  plan: stageWords.plan,
  do: stageWords.do,
  review: stageWords.review,
  none: 'No open cycle',
}

/** The stage of one pupil: one who is off the register has none to be waited for. */
export const stageOf = ({ stage, status }: Pick<RegisterLine, 'stage' | 'status'>) =>
  stage === 'none' && status === 'ended' ? 'Off the register' : registerStageWords[stage]

/** What each order is called, as it is chosen. */
export const sortWords: Record<RegisterSort, string> = {
  name: 'Name',
  urgent: 'Most urgent',
  review: 'Review date',
  meetings: 'Fewest meetings',
  year: 'Year',
  class: 'Class',
}

/** How the register is sorted, as it stands in a sentence: "sorted by name". */
export const sortedByWords: Record<RegisterSort, string> = {
  name: 'sorted by name',
  urgent: 'the most urgent first',
  review: 'sorted by review date',
  meetings: 'the fewest meetings first',
  year: 'sorted by year',
  class: 'sorted by class',
}

/** The agreed review date of a pupil: "Today", "None" where no review is agreed. */
export const reviewWords = (reviewDue: IsoDate | null, today: IsoDate) =>
  reviewDue === null ? 'None' : reviewDue === today ? 'Today' : longDate(reviewDue)

/** How late a review is: "Overdue by 4 days" (6.53, R15). */
export const overdueWords = (days: number) => `Overdue by ${days} ${days === 1 ? 'day' : 'days'}`

type Reasoned = { state: StandingState; sentence: string; nextDue: IsoDate | null }

/** The reason for a state and, where it has not said it, by when the next meeting is due: "…; due by 11 March" (6.65). */
export function reasonWords({ state, sentence, nextDue }: Reasoned): string {
  if (nextDue === null || sentence.includes(dayAndMonth(nextDue))) return sentence
  return `${sentence}; ${state === 'at-risk' ? 'next due' : 'due'} by ${dayAndMonth(nextDue)}`
}

/** "24 of 187 pupils": how many are shown of how many there are. */
export function countWords(shown: number, total: number) {
  const pupils = total === 1 ? 'pupil' : 'pupils'
  return shown === total ? `${total} ${pupils}` : `${shown} of ${total} ${pupils}`
}
