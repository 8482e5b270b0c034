import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  type ConcernReason,
  decisionReasonsProblem,
  leavesOpen,
  lookAgainProblem,
  untriedProblem,
} from './decision.rules'
import type { ConcernDecision } from './rules'
import { strategyFromProblem, strategyUntilProblem } from './strategy.rules'
import { talkedOnProblem } from './talk.rules'

describe('what a decision rests on', () => {
  it.each<[ConcernDecision, ConcernReason[], RegExp | null, string]>([
    ['sen-support', ['english-as-an-additional-language'], /6\.24.*20\(4\)/, 'language alone, never'],
    [
      'sen-support',
      ['english-as-an-additional-language', 'life-event'],
      /6\.24/,
      'nor with what speaks for something else',
    ],
    ['sen-support', ['english-as-an-additional-language', 'diagnosis'], null, 'with a sign of SEN'],
    ['sen-support', ['not-enough-known'], /6\.15/, 'nor what is no sign of SEN'],
    ['sen-support', ['less-than-expected-progress'], null, 'a sign of SEN'],
    ['not-sen', ['english-as-an-additional-language'], null, 'language explains a no'],
    ['monitor', ['english-as-an-additional-language'], null, 'and a watch'],
    ['sen-support', [], null, 'nothing ticked is the form’s own message'],
  ])('%s for %j: %s (%s)', (decision, reasons, problem) => {
    const said = decisionReasonsProblem(decision, reasons)
    if (problem === null) expect(said).toBeNull()
    else expect(said).toMatch(problem)
  })

  it.each<[ConcernDecision, number, string | null, boolean]>([
    ['sen-support', 0, null, true],
    ['sen-support', 0, 'She is in distress', false],
    ['sen-support', 1, null, false],
    ['not-sen', 0, null, false],
    ['monitor', 0, null, false],
  ])('%s with %i strategies, because %s: asks why %s', (decision, strategies, because, asks) => {
    expect(untriedProblem(decision, { strategies, because }) !== null).toBe(asks)
  })

  it('leaves a concern open while it is watched or looked into', () => {
    expect(
      ['sen-support', 'not-sen', 'monitor', 'gather-more'].map((each) => leavesOpen(each as ConcernDecision)),
    ).toEqual([false, false, true, true])
  })
})

describe('days', () => {
  const [day, before, after] = ['2026-11-20', '2026-11-19', '2026-11-21'].map(isoDate) as [
    ReturnType<typeof isoDate>,
    ReturnType<typeof isoDate>,
    ReturnType<typeof isoDate>,
  ]
  it('to look again are after the decision', () => {
    expect([null, before, day, after].map((on) => lookAgainProblem(on, day) === null)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
  it('of a strategy begin in the past and end after they began', () => {
    expect([before, day, after].map((on) => strategyFromProblem(on, day) === null)).toEqual([
      true,
      true,
      false,
    ])
    expect(strategyUntilProblem(before, day, day)).toBe(
      'The last day must be on or after 20 November 2026, when it began',
    )
    expect(strategyUntilProblem(after, day, day)).toBe('The last day must be today or in the past')
    expect(strategyUntilProblem(day, day, day)).toBeNull()
  })
  it('of a talk are from the decision to today', () => {
    expect(talkedOnProblem(before, day, day)).toBe(
      'The day of the talk must be on or after 20 November 2026, when it was decided',
    )
    expect(talkedOnProblem(after, day, day)).toBe('The day of the talk must be today or in the past')
    expect(talkedOnProblem(day, day, day)).toBeNull()
  })
})
