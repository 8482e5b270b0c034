import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { ParentConsultation } from './activation.rules'
import type { CycleStage } from './rules'

/** What a stage is called, as it stands on its own. */
export const stageWords: Record<CycleStage, string> = {
  assess: 'Assess',
  plan: 'Plan',
  do: 'Do',
  review: 'Review',
  closed: 'Closed',
}

/** What each stage is for, in a sentence. */
export const stageSentences: Record<Exclude<CycleStage, 'closed'>, string> = {
  assess: 'What is known, who said it, and what gets in the way',
  plan: 'Outcomes first, then the support, who is responsible and when it is reviewed',
  do: 'What was given, day by day, and what was seen',
  review: 'How each outcome went, what pupil and parent say, and what happens next',
}

/** Whether parents and pupil are with it, in one line under the plan. */
export const consultationLine: Record<ParentConsultation, string> = {
  agreed: 'Agreed with the parents',
  partly: 'Agreed with the parents in part',
  disagreed: 'The parents did not agree',
  'invited-no-answer': 'The parents were invited and did not take part',
}

/** Where a plan stands, in one sentence under its title. */
export function planStanding(plan: {
  stage: CycleStage
  activatedOn: IsoDate | null
  closedOn: IsoDate | null
}): string {
  if (plan.closedOn !== null) return `Closed on ${longDate(plan.closedOn)}`
  if (plan.activatedOn !== null)
    return `In force since ${longDate(plan.activatedOn)}, shared with the parents`
  return 'A draft: the parents do not see it yet'
}
