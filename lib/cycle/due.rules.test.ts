import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { onRegisterSince, planWait } from './due.rules'
import type { CycleStage } from './rules'

// Autumn 2026 of domain.md 8.4: 2 September to 18 December, closed on 23 and 26 to 30 October.
const calendar = {
  terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(
    isoDate,
  ),
}

const day = (text: string | null) => (text === null ? null : isoDate(text))

describe('planWait (R08)', () => {
  it.each([
    // 2 September is a Wednesday; the 10th school day after it is 16 September, the 20th 30 September.
    ['10 school days after SEN support began', null, '2026-09-16', null],
    ['11 school days after: longer than usual', null, '2026-09-17', { schoolDays: 11, isLate: false }],
    ['20 school days after: not yet late', null, '2026-09-30', { schoolDays: 20, isLate: false }],
    ['21 school days after: late', null, '2026-10-01', { schoolDays: 21, isLate: true }],
    [
      'on the Saturday after, no more than on the Friday',
      null,
      '2026-10-03',
      { schoolDays: 22, isLate: true },
    ],
    ['10 school days after the last review', '2026-09-25', '2026-10-09', null],
    ['holidays do not count', '2026-10-16', '2026-11-05', null],
    [
      '21 school days after the last review, the holidays left out',
      '2026-09-25',
      '2026-11-03',
      { schoolDays: 21, isLate: true },
    ],
    [
      'a review before SEN support began anew is no review of it',
      '2026-07-10',
      '2026-10-01',
      { schoolDays: 21, isLate: true },
    ],
  ])('%s', (_why, review, today, wait) => {
    const pupil = { onRegisterSince: isoDate('2026-09-02'), lastReviewOn: day(review), stage: null }
    const found = planWait(pupil, calendar, isoDate(today))
    if (wait === null) expect(found).toBeNull()
    else expect(found).toMatchObject(wait)
  })

  it('counts from the later of the two days', () => {
    const pupil = { onRegisterSince: isoDate('2026-09-02'), lastReviewOn: isoDate('2026-09-25'), stage: null }
    expect(planWait(pupil, calendar, isoDate('2026-11-20'))?.since).toBe('2026-09-25')
    expect(planWait({ ...pupil, lastReviewOn: null }, calendar, isoDate('2026-11-20'))?.since).toBe(
      '2026-09-02',
    )
  })

  it.each([
    ['do', true],
    ['review', true],
    ['assess', false],
    ['plan', false],
  ] satisfies [CycleStage, boolean][])('a cycle at "%s" has a plan in force: %s', (stage, isInForce) => {
    const pupil = { onRegisterSince: isoDate('2026-09-02'), lastReviewOn: null, stage }
    expect(planWait(pupil, calendar, isoDate('2026-12-01')) === null).toBe(isInForce)
  })

  it('asks nothing of someone who is not on the register', () => {
    expect(
      planWait({ onRegisterSince: null, lastReviewOn: null, stage: null }, calendar, isoDate('2026-12-01')),
    ).toBeNull()
  })
})

describe('onRegisterSince (C13)', () => {
  const period = (from: string, until: string | null) => ({ from: isoDate(from), until: day(until) })

  it.each([
    ['nothing', [], null],
    ['one time that goes on', [period('2025-09-03', null)], '2025-09-03'],
    ['one that has ended', [period('2025-09-03', '2026-10-01')], null],
    ['one that is still to come', [period('2026-12-01', null)], null],
    ['the last day is one of them', [period('2025-09-03', '2026-11-20')], '2025-09-03'],
    [
      'SEN support, then at once an EHC plan',
      [period('2026-02-01', null), period('2024-09-03', '2026-01-31')],
      '2024-09-03',
    ],
    [
      'three times in a row',
      [period('2025-01-01', '2025-12-31'), period('2026-01-01', '2026-06-30'), period('2026-07-01', null)],
      '2025-01-01',
    ],
    ['a day off between', [period('2024-09-03', '2026-01-30'), period('2026-02-01', null)], '2026-02-01'],
  ])('%s', (_why, periods, since) => {
    expect(onRegisterSince(periods, isoDate('2026-11-20'))).toBe(since)
  })
})
