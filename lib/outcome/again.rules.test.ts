import { describe, expect, it } from 'vitest'
import { type CycleTarget, isSameTarget, setAgain } from './again.rules'

const target = (cycle: number, willDo: string, over: Partial<CycleTarget> = {}): CycleTarget => ({
  id: `${cycle}-${willDo}`,
  cycle,
  willDo,
  measure: null,
  carriedFromId: null,
  ...over,
})

describe('isSameTarget', () => {
  it.each([
    ['word for word', 'Read 40 words aloud', 'Read 40 words aloud', true],
    ['with another mark', 'Read 60 words aloud', 'Read 40 words aloud', true],
    ['with the name and without', 'Nadia will read 40 words aloud', 'Read 40 words aloud', true],
    ['in capitals', 'READ FORTY WORDS ALOUD', 'Read 40 words aloud', true],
    ['of the same subject, another act', 'Spell 40 words', 'Read a page aloud', false],
    ['another thing', 'Line up without pushing', 'Read 40 words aloud', false],
  ])('%s', (_what, later, earlier, same) => {
    expect(isSameTarget(target(2, later), target(1, earlier))).toBe(same)
  })

  it('is what somebody carried on, whatever it says now', () => {
    const earlier = target(1, 'Read 40 words aloud')
    expect(isSameTarget(target(2, 'Read a chapter', { carriedFromId: earlier.id }), earlier)).toBe(true)
  })
})

describe('setAgain', () => {
  const again = (cycles: readonly number[]) =>
    setAgain(cycles.map((cycle) => target(cycle, `Read ${cycle}0 words aloud`)))

  it.each([
    ['once', [4], []],
    ['twice', [3, 4], []],
    ['three times', [2, 3, 4], [{ id: '4-Read 40 words aloud', times: 3, since: 2 }]],
    ['four times', [1, 2, 3, 4], [{ id: '4-Read 40 words aloud', times: 4, since: 1 }]],
    ['three times, with a cycle between', [1, 2, 4], []],
    ['never', [], []],
  ])('set %s', (_times, cycles, pointedOut) => {
    expect(again(cycles)).toEqual(pointedOut)
  })

  it('asks only about the latest cycle', () => {
    const old = [1, 2, 3].map((cycle) => target(cycle, 'Read words aloud'))
    expect(setAgain([...old, target(4, 'Line up without pushing')])).toEqual([])
  })
})
