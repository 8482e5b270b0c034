import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { wholeFlag } from './outcome.words'

const whole = {
  ...{ id: 'one', willDo: 'Read 40 words aloud', baseline: '16', measure: 'Words read', target: '40' },
  ...{ by: isoDate('2027-07-02'), expectedImpact: 'Reads the class book' },
}
const plan = {
  ...{ pupilId: 'p', cycleId: 'c', name: 'Nadia Khan', className: '4 Ash', responsible: 'Tom Whitfield' },
  activatedOn: isoDate('2027-01-11'),
  outcomes: [whole],
}
const today = isoDate('2027-03-16')

describe('wholeFlag (R09)', () => {
  it('is silent while every outcome in force is whole', () => {
    expect(wholeFlag(plan, today)).toBeNull()
  })

  it('says which outcome lacks what, since when, and where it is put right', () => {
    const outcomes = [whole, { ...whole, id: 'two', willDo: 'Spell her list', measure: null, by: null }]
    expect(wholeFlag({ ...plan, outcomes }, today)).toEqual({
      kind: 'outcome-not-whole',
      group: 'at-risk',
      ruleId: 'R09',
      weight: 64,
      pupilId: 'p',
      act: 'Complete an outcome of Nadia Khan’s plan',
      path: 'pupils/p/cycles/c/plan',
      who: '4 Ash, Tom Whitfield. “Spell her list” has no measure or date',
      since: 'Since 11 January 2027',
      source: 'Code 6.48',
    })
  })

  it('counts the others', () => {
    const bare = { ...whole, target: null }
    const flag = wholeFlag({ ...plan, outcomes: [bare, { ...bare, id: 'two' }] }, today)
    expect(flag?.who).toBe('4 Ash, Tom Whitfield. “Read 40 words aloud” has no target, and 1 more outcome')
  })
})
