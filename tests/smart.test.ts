import { describe, expect, it } from 'vitest'
import {
  judgedOutcomes,
  judgedProvisions,
  precision,
  recall,
  scoresOf,
  totalOf,
} from './support/labelled-set'

const sets = [
  ['outcomes', judgedOutcomes(), 200],
  ['provisions', judgedProvisions(), 80],
] as const

describe.each(sets)('the labelled %s', (_what, lines, fewest) => {
  const held = lines.filter(({ isHeldOut }) => isHeldOut)

  it('are enough, and each is there once', () => {
    expect(lines.length).toBeGreaterThanOrEqual(fewest)
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
    expect(held.length).toBeGreaterThan(fewest / 4)
  })

  it('are judged as the field would, on the third that was held out', () => {
    const total = totalOf(scoresOf(held))
    expect(precision(total)).toBeGreaterThanOrEqual(0.95)
    expect(recall(total)).toBeGreaterThanOrEqual(0.9)
  })

  it('are judged as the field would by each rule, on the whole set', () => {
    const weak = scoresOf(lines).filter((score) => precision(score) < 0.95 || recall(score) < 0.9)
    expect(weak).toEqual([])
  })

  it('leave whole ones alone', () => {
    const alarms = lines.filter(({ should, may, did }) => should.length + may.length === 0 && did.length > 0)
    expect(alarms.map(({ text }) => text)).toEqual([])
  })
})
