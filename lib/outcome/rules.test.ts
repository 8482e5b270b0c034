import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { numberIn, progressOf } from './rules'

describe('numberIn', () => {
  it.each([
    ['31', 31],
    ['31 words', 31],
    ['1,200', 1200],
    ['about 2.5 hours', 2.5],
    ['-3', -3],
    ['40%', 40],
    ['3 of 5', 3],
    ['most days', null],
    ['', null],
    [null, null],
  ])('%s holds %s', (text, number) => {
    expect(numberIn(text)).toBe(number)
  })
})

describe('progressOf', () => {
  const on = isoDate('2027-03-12')
  const reading = { baseline: '16', target: '40' }

  it.each([
    ['half way', reading, '28', { start: 16, now: 28, target: 40, state: 'getting-there' }],
    ['at the target', reading, '40', { start: 16, now: 40, target: 40, state: 'reached' }],
    ['past the target', reading, '44 words', { start: 16, now: 44, target: 40, state: 'reached' }],
    ['where it began', reading, '16', { start: 16, now: 16, target: 40, state: 'at-the-start' }],
    ['below where it began', reading, '12', { start: 16, now: 12, target: 40, state: 'at-the-start' }],
    [
      'downwards, to fewer',
      { baseline: '8 times', target: '2 times' },
      '5',
      { start: 8, now: 5, target: 2, state: 'getting-there' },
    ],
    [
      'downwards, reached',
      { baseline: '8', target: '2' },
      '1',
      { start: 8, now: 1, target: 2, state: 'reached' },
    ],
    ['a target in words', { baseline: '16', target: 'most words' }, '20', null],
    ['a target that is the start', { baseline: '16', target: '16' }, '16', null],
    ['a value in words', reading, 'better', null],
  ])('%s', (_where, aim, value, progress) => {
    expect(progressOf(aim, { value, on })).toEqual(progress)
  })

  it('is not known before anything was measured', () => {
    expect(progressOf(reading, null)).toBeNull()
  })
})
