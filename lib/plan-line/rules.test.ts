import { describe, expect, it } from 'vitest'
import { type LineKind, linesByKind, linesForStaff, type PlanLine } from './rules'
import { lineWords } from './words'

const line = (kind: LineKind, over: Partial<PlanLine> = {}): PlanLine => ({
  id: kind,
  version: 1,
  kind,
  words: 'Comes in by the side door',
  about: null,
  who: null,
  howOften: null,
  ...over,
})

describe('the lines of a plan for every day', () => {
  const lines = [line('at-home'), line('strategy'), line('adjustment'), line('strategy', { id: 'second' })]

  it('are told by kind, in the order of a day, and an empty kind is left out', () => {
    expect(linesByKind(lines).map(({ kind, lines: own }) => [kind, own.map(({ id }) => id)])).toEqual([
      ['adjustment', ['adjustment']],
      ['strategy', ['strategy', 'second']],
      ['at-home', ['at-home']],
    ])
    expect(linesByKind([])).toEqual([])
  })

  it('leave out for the classroom what home does', () => {
    expect(linesForStaff(lines).map(({ kind }) => kind)).toEqual(['strategy', 'adjustment', 'strategy'])
  })
})

describe('lineWords', () => {
  it.each([
    [line('adjustment'), 'Comes in by the side door'],
    [line('strategy', { about: 'Art', words: 'Steps as pictures' }), 'Art: Steps as pictures'],
    [
      line('quiet-place', { words: 'Library corner.', howOften: 'after lunch' }),
      'Library corner. After lunch',
    ],
    [
      line('at-home', { words: 'Five words at bedtime', who: 'Mum or Dad', howOften: 'every day' }),
      'Five words at bedtime. Mum or Dad, every day',
    ],
    [line('at-home', { words: 'Five words' }), 'Five words'],
    [line('what-to-do-when', { about: 'He hides', words: 'wait' }), 'He hides: wait'],
  ])('%#: a line in one sentence', (given, words) => {
    expect(lineWords(given)).toBe(words)
  })
})
