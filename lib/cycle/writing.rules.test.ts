import { describe, expect, it } from 'vitest'
import { CYCLE_STAGES } from './rules'
import { CLOSED, doNoteProblem, draftProblem, isDraft, isInForce, reviewProblem } from './writing.rules'

describe('what may be written at which stage', () => {
  it('is the assessment and the plan’s draft until the plan begins, then notes and the review, then nothing', () => {
    const open = CYCLE_STAGES.map((stage) => [
      stage,
      isDraft(stage),
      isInForce(stage),
      reviewProblem(stage) === null,
    ])
    expect(open).toEqual([
      ['assess', true, false, false],
      ['plan', true, false, false],
      ['do', false, true, true],
      ['review', false, true, true],
      ['closed', false, false, false],
    ])
  })

  it('goes on inside a change of a plan in force, and in nothing of a closed cycle', () => {
    expect([draftProblem('do', 'change'), draftProblem('review', 'change')]).toEqual([null, null])
    expect([isDraft('do', 'change'), isDraft('closed', 'change')]).toEqual([true, false])
  })

  it('says why in words', () => {
    expect(draftProblem('do')).toBe(
      'The plan is in force, so its draft can no longer be changed. Choose “Change the plan” on its page',
    )
    expect(doNoteProblem('plan')).toBe('The plan is not in force yet, so there is nothing to note')
    expect(reviewProblem('assess')).toBe('The plan is not in force yet, so there is nothing to review')
    expect([draftProblem, doNoteProblem, reviewProblem].map((problem) => problem('closed'))).toEqual([
      CLOSED,
      CLOSED,
      CLOSED,
    ])
  })
})
