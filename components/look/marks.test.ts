import { describe, expect, it } from 'vitest'
import { everyMeter, type Mark, marksOf, type MeterCounts, meterSymbol } from './marks'

describe('the three marks of a year', () => {
  it.each<[MeterCounts, Mark[], string]>([
    [{ held: 0 }, ['open', 'open', 'open'], 'nothing yet'],
    [{ held: 2 }, ['held', 'held', 'open'], 'one to come'],
    [{ held: 2, booked: 1 }, ['held', 'held', 'booked'], 'the third is booked'],
    [{ held: 0, booked: 2 }, ['booked', 'booked', 'open'], 'two booked'],
    [{ held: 3 }, ['held', 'held', 'held'], 'all three'],
    [{ held: 4, booked: 1 }, ['held', 'held', 'held'], 'more than three are still three marks'],
    [{ held: 2, booked: 3 }, ['held', 'held', 'booked'], 'more are booked than are needed'],
    [{ held: 1, required: 1 }, ['held', 'not-needed', 'not-needed'], 'on the register from spring'],
    [{ held: 1, booked: 1, required: 1 }, ['held', 'booked', 'not-needed'], 'one more than is asked, booked'],
    [{ held: 0, required: 2 }, ['open', 'open', 'not-needed'], 'two are expected'],
    [{ held: 0, required: 0 }, ['not-needed', 'not-needed', 'not-needed'], 'none is asked'],
  ])('%j is %j: %s', (counts, marks) => {
    expect(marksOf(counts)).toEqual(marks)
  })

  it('has a drawing for every row of marks that can come about, each once', () => {
    const drawn = everyMeter.map(meterSymbol)
    expect(new Set(drawn).size).toBe(drawn.length)
    for (const held of [0, 1, 2, 3, 4])
      for (const booked of [0, 1, 2, 3])
        for (const required of [0, 1, 2, 3])
          expect(drawn).toContain(meterSymbol(marksOf({ held, booked, required })))
  })
})
