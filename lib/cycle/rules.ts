/** Where a cycle of the graduated approach is (6.44); a closed one is never written again. */
export const CYCLE_STAGES = ['assess', 'plan', 'do', 'review', 'closed'] as const

export type CycleStage = (typeof CYCLE_STAGES)[number]

/** The act that moves a cycle from one stage to another. */
export type StageMoveReason =
  | 'assessment-agreed'
  | 'more-assessment-needed'
  | 'plan-activated'
  | 'review-begun'
  | 'review-put-off'
  | 'review-recorded'
  | 'support-ended'

export type StageMove = {
  readonly from: CycleStage
  readonly to: CycleStage
  readonly reason: StageMoveReason
}

/** Every move a cycle can make. What is not here is refused; a closed cycle goes nowhere, the next one opens. */
export const STAGE_MOVES: readonly StageMove[] = [
  { from: 'assess', to: 'plan', reason: 'assessment-agreed' },
  { from: 'plan', to: 'assess', reason: 'more-assessment-needed' },
  { from: 'plan', to: 'do', reason: 'plan-activated' },
  { from: 'do', to: 'review', reason: 'review-begun' },
  { from: 'review', to: 'do', reason: 'review-put-off' },
  // A review may be written up in one sitting, without a stage of its own.
  { from: 'do', to: 'closed', reason: 'review-recorded' },
  { from: 'review', to: 'closed', reason: 'review-recorded' },
  // The pupil left, or came off the register: the cycle is kept as it stands.
  { from: 'assess', to: 'closed', reason: 'support-ended' },
  { from: 'plan', to: 'closed', reason: 'support-ended' },
  { from: 'do', to: 'closed', reason: 'support-ended' },
  { from: 'review', to: 'closed', reason: 'support-ended' },
]

/** Whether a cycle may go from one stage to another for this reason (6.44 to 6.54). */
export const mayMoveStage = (from: CycleStage, to: CycleStage, reason: StageMoveReason) =>
  STAGE_MOVES.some((move) => move.from === from && move.to === to && move.reason === reason)

/** Whether anything in the cycle may still be written: closed cycles are read only (6.44, "never overwritten"). */
export const isOpenCycle = (stage: CycleStage) => stage !== 'closed'
