import { describe, expect, it } from 'vitest'
import { needsLine } from './needs.rules'

describe('what a parent needs at a meeting', () => {
  it.each([
    [{ interpreter: 'Urdu', accessNeeds: 'Large print' }, 'Interpreter: Urdu. Large print'],
    [{ interpreter: 'Urdu', accessNeeds: null }, 'Interpreter: Urdu'],
    [{ interpreter: null, accessNeeds: 'Large print' }, 'Large print'],
    [{ interpreter: null, accessNeeds: null }, null],
  ])('%j is said as %s', (needs, line) => expect(needsLine(needs)).toBe(line))
})
