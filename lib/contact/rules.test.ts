import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn, restrictionProblem } from './rules'

const from = isoDate('2026-11-02')
const until = isoDate('2026-11-20')

describe('isRestrictedOn', () => {
  it.each<[IsoDate | null, IsoDate | null, string, boolean, string]>([
    [null, null, '2026-11-10', false, 'no restriction'],
    [from, null, '2026-11-01', false, 'the day before'],
    [from, null, '2026-11-02', true, 'the first day'],
    [from, null, '2040-01-01', true, 'with no last day it goes on'],
    [from, until, '2026-11-20', true, 'the last day'],
    [from, until, '2026-11-21', false, 'the day after'],
  ])('from %s until %s, on %s: %s (%s)', (restrictedFrom, restrictedUntil, day, expected) => {
    expect(isRestrictedOn({ restrictedFrom, restrictedUntil }, isoDate(day))).toBe(expected)
  })
})

describe('restrictionProblem', () => {
  it('lets it end on the day it begins, and not before', () => {
    expect(restrictionProblem(from, null)).toBeNull()
    expect(restrictionProblem(from, from)).toBeNull()
    expect(restrictionProblem(from, isoDate('2026-11-01'))).toBe(
      'The last day must be on or after 2 November 2026, when it begins',
    )
  })
})
