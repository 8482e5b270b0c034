import { describe, expect, it } from 'vitest'
import { areOwnWords, sourceStageProblem } from './own-words.rules'
import { notYetHeard, sourcesSoFar } from './request.rules'
import { SOURCE_KINDS } from './rules'

describe('who has been heard', () => {
  const staff = ['tom', 'joan', 'grace'].map((membershipId) => ({ membershipId, name: membershipId }))
  it('leaves out those who wrote, and tells those who were asked from those who were not', () => {
    const { silent, asked } = notYetHeard(staff, {
      wrote: ['tom'],
      requests: [{ askedOfId: 'joan', isMet: false }],
    })
    expect([silent, asked].map((group) => group.map(({ name }) => name))).toEqual([['grace'], ['joan']])
  })
  it('a request that was met asks nothing more', () => {
    const { silent } = notYetHeard(staff, { wrote: [], requests: [{ askedOfId: 'joan', isMet: true }] })
    expect(silent).toHaveLength(3)
  })
})

it('counts the eight kinds of source, each once', () => {
  expect(sourcesSoFar([])).toEqual({ have: 0, lack: [...SOURCE_KINDS] })
  expect(sourcesSoFar(['teacher', 'teacher', 'parent'])).toMatchObject({ have: 2 })
  expect(sourcesSoFar(SOURCE_KINDS)).toEqual({ have: 8, lack: [] })
})

it.each([
  ['teacher', 'assess', true],
  ['teacher', 'plan', true],
  ['teacher', 'do', false],
  ['parent', 'do', true],
  ['pupil', 'review', true],
  ['pupil', 'closed', false],
  ['specialist', 'review', false],
] as const)('%s while the cycle is at %s: may be added %s', (kind, stage, may) => {
  expect(sourceStageProblem(kind, stage) === null).toBe(may)
  expect(areOwnWords(kind)).toBe(kind === 'parent' || kind === 'pupil')
})
