import { describe, expect, it } from 'vitest'
import { needsWithoutOutcome } from './unmet.rules'

const reading = { code: 'SPLD', name: 'Specific learning difficulty' }
const talk = { code: 'SLCN', name: 'Speech, language and communication needs' }

describe('needsWithoutOutcome', () => {
  it.each([
    ['every need is answered', [{ needs: ['SPLD'] }, { needs: ['SLCN', 'SPLD'] }], []],
    ['one need is not', [{ needs: ['SPLD'] }], [talk]],
    ['an outcome answers none', [{ needs: [] }], [reading, talk]],
    ['there is no outcome yet, which is said elsewhere', [], []],
  ])('%s', (_what, outcomes, unmet) => {
    expect(needsWithoutOutcome([reading, talk], outcomes)).toEqual(unmet)
  })
})
