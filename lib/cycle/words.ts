import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { ParentConsultation, PupilConsultation } from './activation.rules'
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

/** Where the parents stand on the plan, as it is chosen (6.48). */
export const parentConsultationWords: Record<ParentConsultation, string> = {
  agreed: 'They agreed with the plan',
  partly: 'They agreed with part of it',
  disagreed: 'They did not agree',
  'invited-no-answer': 'They were invited and did not take part',
}

/** What the pupil's part in the plan was, as it is chosen (6.48). */
export const pupilConsultationWords: Record<PupilConsultation, string> = {
  'took-part': 'Took part in making the plan',
  'views-gathered': 'Views were gathered beforehand',
  'not-obtained': 'Views could not be had',
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
