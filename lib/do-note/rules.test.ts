import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { happenedOnProblem, writtenLater } from './rules'
import { laterWords } from './words'

const cycle = { startedOn: isoDate('2026-09-07') }
const today = isoDate('2026-11-20')

it.each([
  ['the day the cycle began', '2026-09-07', null],
  ['today', '2026-11-20', null],
  ['tomorrow', '2026-11-21', 'The day it is about must be today or in the past'],
  [
    'the day before the cycle',
    '2026-09-06',
    'The day it is about must be on or after 7 September 2026, when the cycle began',
  ],
])('a note about %s', (_when, day, problem) => {
  expect(happenedOnProblem(isoDate(day), cycle, today)).toBe(problem)
})

it.each([
  ['2026-11-20', '2026-11-20', null],
  ['2026-11-19', '2026-11-20', 'written 1 day later'],
  ['2026-11-17', '2026-11-20', 'written 3 days later'],
  ['2026-10-24', '2026-10-26', 'written 2 days later'],
])('about %s and written on %s says %s', (happened, written, words) => {
  expect(laterWords(writtenLater(isoDate(happened), isoDate(written)))).toBe(words)
})
