import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { StatusPeriod } from '@/lib/parent-meeting/facts.rules'
import { aLine, standing, today } from './register.fixture'
import {
  daysOverdue,
  type RegisterLine,
  registerStage,
  registerStatus,
  type RegisterStatus,
  urgencyOf,
} from './rules'

const period = (status: string, from: string, until: string | null = null) => ({
  status,
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})

describe('what a pupil is on the register today', () => {
  it.each<[StatusPeriod[], RegisterStatus, string]>([
    [[period('sen-support', '2025-09-03')], 'sen-support', 'on it since last year'],
    [
      [period('sen-support', '2025-09-03', '2027-03-15'), period('ehc-plan', '2027-03-16')],
      'ehc-plan',
      'the plan begins today',
    ],
    [[period('sen-support', '2025-09-03', '2027-03-16')], 'sen-support', 'the last day is still a day on it'],
    [[period('sen-support', '2025-09-03', '2027-03-15')], 'ended', 'ended yesterday'],
    [
      [period('sen-support', '2025-09-03', '2026-11-01'), period('sen-support', '2027-06-01')],
      'ended',
      'off it, and on again later',
    ],
    [[period('sen-support', '2027-03-17')], 'to-come', 'from tomorrow'],
  ])('%j is %s: %s', (statuses, expected) => {
    expect(registerStatus(statuses, today)).toBe(expected)
  })
})

describe('the stage', () => {
  it.each([
    ['assess', 'assess'],
    ['review', 'review'],
    ['closed', 'none'],
    [null, 'none'],
    ['nonsense', 'none'],
  ] as const)('of a cycle in %s is %s', (stage, expected) => {
    expect(registerStage(stage)).toBe(expected)
  })
})

describe('days overdue', () => {
  it.each([
    [null, 0],
    ['2027-03-17', 0],
    ['2027-03-16', 0],
    ['2027-03-15', 1],
    ['2026-03-16', 365],
  ])('of a review due on %s are %d', (due, expected) => {
    expect(daysOverdue(due === null ? null : isoDate(due), today)).toBe(expected)
  })
})

describe('what is urgent', () => {
  const [missed, atRisk, comingUp, nothing] = [0, 1, 2, 3]
  it.each<[Partial<RegisterLine>, number, string]>([
    [{ standing: standing({ state: 'not-met' }) }, missed, '6.65 can no longer be met'],
    [
      { reviewDue: isoDate('2027-03-15'), standing: standing({ state: 'met' }) },
      missed,
      'the review was due yesterday',
    ],
    [{ standing: standing({ state: 'at-risk' }) }, atRisk, 'behind the pace'],
    [{ reviewDue: today, standing: standing({ state: 'met' }) }, atRisk, 'the review is due today'],
    [{ standing: standing({ state: 'on-track' }) }, comingUp, 'another meeting is to come'],
    [
      { reviewDue: isoDate('2027-03-30'), standing: standing({ state: 'met' }) },
      comingUp,
      'the review is within two weeks',
    ],
    [
      { reviewDue: isoDate('2027-03-31'), standing: standing({ state: 'met' }) },
      nothing,
      'nothing for more than two weeks',
    ],
    [{ reviewDue: null, standing: standing({ state: 'not-applicable' }) }, nothing, 'nothing is asked'],
    [{ reviewDue: null, standing: standing({ state: 'not-in-scope' }) }, nothing, 'not yet on the register'],
  ])('%# is %d: %s', (over, expected) => {
    expect(urgencyOf(aLine('Khan, Amira', over), today)).toBe(expected)
  })
})
