import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { ageWords } from './age.words'

it.each([
  ['2026-11-20', 'of today'],
  ['2026-11-19', '1 day old'],
  ['2026-11-14', '6 days old'],
  ['2026-11-13', '1 week old'],
  ['2026-10-02', '7 weeks old'],
  ['2026-08-15', '3 months old'],
  ['2025-09-18', '14 months old'],
  ['2024-11-20', '23 months old'],
  ['2024-11-10', '2 years old'],
  ['2020-01-06', '6 years old'],
])('a report of %s is, on 20 November 2026, %s', (on, words) => {
  expect(ageWords(isoDate(on), isoDate('2026-11-20'))).toBe(words)
})
