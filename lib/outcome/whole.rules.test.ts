import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { missingParts, outcomesNotWhole } from './whole.rules'

const whole = {
  id: 'one',
  willDo: 'Read 40 words aloud',
  baseline: '16',
  measure: 'Words read aloud',
  target: '40',
  by: isoDate('2027-07-02'),
  expectedImpact: 'Reads the class book',
}

describe('R09: an outcome in force that is not whole', () => {
  it.each([
    ['everything is there', {}, []],
    ['the target is in words', { target: 'the class book, without help' }, []],
    ['no start', { baseline: null }, ['baseline']],
    ['a start of nothing is a start', { baseline: '0' }, []],
    ['a start still to come', { baseline: 'TBC' }, ['baseline']],
    ['no measure', { measure: '' }, ['measure']],
    ['no target', { target: null }, ['target']],
    ['no day', { by: null }, ['by']],
    ['no impact', { expectedImpact: '  ' }, ['expectedImpact']],
    [
      'only a wish',
      { baseline: null, measure: null, target: null, by: null, expectedImpact: null },
      ['baseline', 'measure', 'target', 'by', 'expectedImpact'],
    ],
  ])('%s', (_what, over, missing) => {
    expect(missingParts({ ...whole, ...over })).toEqual(missing)
  })

  it('asks of a plan in force and not of a draft', () => {
    const outcomes = [whole, { ...whole, id: 'two', by: null }]
    expect(outcomesNotWhole({ isInForce: true, outcomes })).toEqual([
      { outcome: outcomes[1], missing: ['by'] },
    ])
    expect(outcomesNotWhole({ isInForce: false, outcomes })).toEqual([])
  })
})
