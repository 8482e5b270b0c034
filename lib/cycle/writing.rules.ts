import type { CycleStage } from './rules'

/** What a closed cycle answers to every change (6.44, "never overwritten"). */
export const CLOSED = 'This cycle is closed. It is kept as it was, and nothing in it can be changed'

const IN_FORCE =
  'The plan is in force, so its draft can no longer be changed. Choose “Change the plan” on its page'

/**
 * Why the assessment and the draft of the plan cannot be changed at this stage; null while they can. A plan in force is
 * changed in a change that somebody has opened, and in nothing else (P30).
 */
export function draftProblem(stage: CycleStage, changeId: string | null = null): string | null {
  if (stage === 'closed') return CLOSED
  return stage === 'assess' || stage === 'plan' || changeId !== null ? null : IN_FORCE
}

/** Why no Do note can be written at this stage; null while the plan is in force (6.52). */
export function doNoteProblem(stage: CycleStage): string | null {
  if (stage === 'closed') return CLOSED
  return stage === 'do' || stage === 'review'
    ? null
    : 'The plan is not in force yet, so there is nothing to note'
}

/** Why the cycle cannot be reviewed at this stage; null while the plan is in force (6.53). */
export function reviewProblem(stage: CycleStage): string | null {
  if (stage === 'closed') return CLOSED
  return stage === 'do' || stage === 'review'
    ? null
    : 'The plan is not in force yet, so there is nothing to review'
}

/** Whether the assessment and the draft of the plan may still be changed. */
export const isDraft = (stage: CycleStage, changeId: string | null = null) =>
  draftProblem(stage, changeId) === null

/** Whether the plan is in force: support is given by it and noted. */
export const isInForce = (stage: CycleStage) => doNoteProblem(stage) === null
