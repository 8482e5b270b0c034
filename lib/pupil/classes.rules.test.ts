import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { classOn } from './classes.rules'

const day = (text: string | null) => (text === null ? null : isoDate(text))
const time = (name: string, from: string | null, until: string | null) => ({
  ...{ name, from: day(from), until: day(until) },
})
const story = [time('3 Oak', null, '2026-11-02'), time('4 Ash', '2026-11-03', null)]

describe('classOn: the class of that day', () => {
  it.each([
    ['long before', '2020-01-01', '3 Oak'],
    ['the last day', '2026-11-02', '3 Oak'],
    ['the day of the move', '2026-11-03', '4 Ash'],
    ['today', '2027-03-16', '4 Ash'],
  ])('%s', (_when, on, name) => {
    expect(classOn(story, isoDate(on))).toBe(name)
  })
  it('is not known between two classes, or without any', () => {
    const gap = [time('3 Oak', '2026-09-01', '2026-10-01'), time('4 Ash', '2026-11-03', null)]
    expect(classOn(gap, isoDate('2026-10-15'))).toBeNull()
    expect(classOn(gap, isoDate('2026-08-31'))).toBeNull()
    expect(classOn([], isoDate('2026-10-15'))).toBeNull()
  })
})
