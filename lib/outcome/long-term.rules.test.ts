import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { isOpenLife, LIFE, type Life, nextSteps, stepProblem } from './long-term.rules'

const today = isoDate('2027-03-16')
const at = (status: Life) => ({ status, from: isoDate('2027-01-11') })

describe('the life of a long-term outcome', () => {
  it.each([
    ['proposed', ['active', 'stopped']],
    ['active', ['achieved', 'stopped']],
    ['achieved', ['active']],
    ['stopped', ['active']],
  ] as const)('goes on from %s to %s', (status, next) => {
    expect(nextSteps(status)).toEqual(next)
  })

  it('is open while it is proposed or active', () => {
    expect(LIFE.filter(isOpenLife)).toEqual(['proposed', 'active'])
  })
})

describe('stepProblem', () => {
  it.each([
    ['begins without a reason', 'proposed', { status: 'active', on: today, reason: null }, null],
    [
      'ends today, with its reason',
      'active',
      { status: 'achieved', on: today, reason: 'She reads alone' },
      null,
    ],
    [
      'ends on the day it began',
      'active',
      { status: 'stopped', on: isoDate('2027-01-11'), reason: 'x' },
      null,
    ],
    ['is achieved without a reason', 'active', { status: 'achieved', on: today, reason: null }, 'reason'],
    ['is stopped without a reason', 'proposed', { status: 'stopped', on: today, reason: null }, 'reason'],
    [
      'is taken up again without a reason',
      'stopped',
      { status: 'active', on: today, reason: null },
      'reason',
    ],
    ['is achieved before it began', 'proposed', { status: 'achieved', on: today, reason: 'x' }, 'status'],
    ['is proposed again', 'active', { status: 'proposed', on: today, reason: 'x' }, 'status'],
    ['ends tomorrow', 'active', { status: 'stopped', on: isoDate('2027-03-17'), reason: 'x' }, 'on'],
    [
      'ends the day before it began',
      'active',
      { status: 'stopped', on: isoDate('2027-01-10'), reason: 'x' },
      'on',
    ],
  ] as const)('%s', (_what, status, step, field) => {
    expect(stepProblem(at(status), step, today)?.field ?? null).toBe(field)
  })
})
