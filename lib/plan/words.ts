import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { Wish } from '@/lib/outcome/long-term.rules'
import type { Answer, Answered, Attempt, Method, PlanStep } from './agreement.rules'
import type { PlanPart } from './content.schema'

/** What somebody says of the plan, as it is chosen. */
export const answerWords: Record<Answer, string> = {
  agreed: 'Agreed',
  partly: 'Agreed with part of it',
  disagreed: 'Did not agree',
  'no-answer': 'Invited, and did not answer',
}

/** How somebody was asked or written to. */
export const methodWords: Record<Method, string> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
  letter: 'By letter',
  email: 'By email',
  message: 'By message',
}

/** Whose wish an outcome is (P24). */
export const wishWords: Record<Wish, string> = {
  pupil: 'the pupil’s',
  parent: 'the parents’',
  school: 'the school’s',
}

/** The four steps of a plan, as they stand on its page. */
export const stepWords: Record<PlanStep, string> = {
  draft: 'Draft',
  agreed: 'Agreed',
  active: 'In force',
  closed: 'Closed',
}

/** "Agreed, 4 November, by phone". */
export const answeredLine = ({ answer, on, method }: Pick<Answered, 'answer' | 'on' | 'method'>): string =>
  `${answerWords[answer]}, ${dayAndMonth(on)}, ${methodWords[method].toLowerCase()}`

/** "4 November, by letter: came back unopened". */
export const attemptLine = ({ on, method, cameOfIt }: Attempt): string =>
  `${dayAndMonth(on)}, ${methodWords[method].toLowerCase()}${cameOfIt ? `: ${cameOfIt}` : ''}`

/** The parts of a plan, as a comparison is set out. */
export const partWords: Record<PlanPart, string> = {
  outcomes: 'Outcomes',
  support: 'Support',
  people: 'People',
  'every-day': 'In every lesson and at home',
  plan: 'The plan as a whole',
  agreement: 'Agreed with parents and pupil',
}
