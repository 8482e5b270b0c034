import { describe, expect, it } from 'vitest'
import { instantAt } from './instant'
import { isoDate } from './iso-date'

describe('instantAt', () => {
  it.each([
    ['in winter', '2026-12-01', '15:30', '2026-12-01T15:30:00.000Z'],
    ['in summer, an hour earlier in the world', '2027-06-01', '15:30', '2027-06-01T14:30:00.000Z'],
    ['on the day the clocks go back', '2026-10-25', '15:30', '2026-10-25T15:30:00.000Z'],
    ['the day before', '2026-10-24', '15:30', '2026-10-24T14:30:00.000Z'],
    ['midnight', '2027-06-02', '00:00', '2027-06-01T23:00:00.000Z'],
  ])('%s', (_what, day, time, is) => {
    expect(instantAt(isoDate(day), time).toISOString()).toBe(is)
  })
})
