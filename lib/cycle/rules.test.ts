import { describe, expect, it } from 'vitest'
import {
  CYCLE_STAGES,
  type CycleStage,
  isOpenCycle,
  mayMoveStage,
  STAGE_MOVES,
  type StageMoveReason,
} from './rules'

const REASONS = [
  'assessment-agreed',
  'more-assessment-needed',
  'plan-activated',
  'review-begun',
  'review-put-off',
  'review-recorded',
  'support-ended',
] as const satisfies readonly StageMoveReason[]

describe('the stages of a cycle', () => {
  it.each<[CycleStage, CycleStage, StageMoveReason, boolean, string]>([
    ['assess', 'plan', 'assessment-agreed', true, 'the assessment is done'],
    ['plan', 'assess', 'more-assessment-needed', true, 'planning showed a gap'],
    ['plan', 'do', 'plan-activated', true, 'the plan is agreed'],
    ['do', 'review', 'review-begun', true, 'the review is being written'],
    ['review', 'do', 'review-put-off', true, 'the review meeting could not be held'],
    ['do', 'closed', 'review-recorded', true, 'the review written in one sitting'],
    ['review', 'closed', 'review-recorded', true, 'the review written and closed'],
    ['assess', 'closed', 'support-ended', true, 'left before there was a plan'],
    ['plan', 'closed', 'support-ended', true, 'left before the plan began'],
    ['do', 'closed', 'support-ended', true, 'came off the register'],
    ['review', 'closed', 'support-ended', true, 'left during the review'],
    ['assess', 'do', 'plan-activated', false, 'no plan was made'],
    ['assess', 'review', 'review-begun', false, 'nothing to review'],
    ['assess', 'closed', 'review-recorded', false, 'nothing to review'],
    ['plan', 'review', 'review-begun', false, 'the plan was never carried out'],
    ['plan', 'closed', 'review-recorded', false, 'the plan was never carried out'],
    ['plan', 'do', 'assessment-agreed', false, 'the right stages for the wrong reason'],
    ['do', 'plan', 'more-assessment-needed', false, 'a running plan gets a new version, not an older stage'],
    ['review', 'plan', 'more-assessment-needed', false, 'the next plan belongs to the next cycle'],
    ['closed', 'review', 'review-begun', false, 'a closed cycle is never opened again'],
    ['closed', 'do', 'review-put-off', false, 'a closed cycle is never opened again'],
    ['closed', 'closed', 'support-ended', false, 'it is closed already'],
    ['do', 'do', 'plan-activated', false, 'it is active already'],
  ])('%s to %s by %s: %s, %s', (from, to, reason, allowed) => {
    expect(mayMoveStage(from, to, reason)).toBe(allowed)
  })
  it('allows nothing beside the eleven moves of the list', () => {
    const allowed = CYCLE_STAGES.flatMap((from) =>
      CYCLE_STAGES.flatMap((to) => REASONS.filter((reason) => mayMoveStage(from, to, reason))),
    )
    expect(allowed).toHaveLength(11)
    expect(STAGE_MOVES).toHaveLength(11)
  })
  it('leads from every open stage to the end, and from the end nowhere', () => {
    for (const stage of CYCLE_STAGES)
      expect(STAGE_MOVES.some(({ from, to }) => from === stage && to === 'closed')).toBe(isOpenCycle(stage))
    expect(STAGE_MOVES.filter(({ from }) => from === 'closed')).toEqual([])
  })
})
