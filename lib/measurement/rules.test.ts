import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { aimLine, aimOn, type MeasuredOutcome, numericPoints, underAim } from './rules'

const day = (text: string) => isoDate(`2026-${text}`)

/** From 16 on 1 September to 40 by 1 December: 91 days, a little more than a quarter of a word a day. */
const outcome = (over: Partial<MeasuredOutcome> = {}): MeasuredOutcome => ({
  ...{ id: 'o', willDo: 'Read 40 words', measure: 'Words read', unit: 'words', baseline: '16', target: '40' },
  ...{ baselineOn: day('09-01'), by: day('12-01'), reviewDue: day('12-04'), activatedOn: day('09-03') },
  ...{ points: [], phases: [] },
  ...over,
})

const points = (...values: [on: string, value: string][]) =>
  values.map(([on, value], at) => ({
    ...{ id: String(at), on: day(on), value, note: null, by: 'Joan Pickering', doNoteId: null },
    ...{ byItself: true, isShared: false },
  }))

describe('the aim line', () => {
  it.each([
    ['a start and a target', {}, ['2026-09-01', 16, '2026-12-01', 40]],
    ['no day of the baseline: from the plan', { baselineOn: null }, ['2026-09-03', 16, '2026-12-01', 40]],
    ['no day of the target: to the review', { by: null }, ['2026-09-01', 16, '2026-12-04', 40]],
    ['another scale', { baseline: '3 of 10', target: '4 of 5' }, ['2026-09-01', 1.5, '2026-12-01', 4]],
    ['a target in words', { target: 'reads alone' }, null],
    ['no baseline', { baseline: null }, null],
    ['a target on the day of the start', { by: day('09-01') }, null],
    ['no day at all', { by: null, reviewDue: null }, null],
  ])('with %s', (_what, over, expected) => {
    const line = aimLine(outcome(over))
    expect(line && [line.from.on, line.from.value, line.to.on, line.to.value]).toEqual(expected)
  })

  it.each([
    ['before it begins', '08-20', 16],
    ['on its first day', '09-01', 16],
    ['after 30 of 91 days', '10-01', 16 + (24 * 30) / 91],
    ['on its last day', '12-01', 40],
    ['after it', '12-20', 40],
  ])('stands %s', (_when, on, value) => {
    expect(aimOn(aimLine(outcome())!, day(on))).toBeCloseTo(value, 10)
  })
})

it('takes the numbers in the order of their days, the last of a day, and leaves words out', () => {
  const mixed = points(['10-08', '22'], ['10-01', '20 words'], ['10-08', '23'], ['10-15', 'tired today'])
  expect(numericPoints(outcome({ points: mixed }))).toEqual([
    { on: '2026-10-01', value: 20 },
    { on: '2026-10-08', value: 23 },
  ])
})

const LOW = points(['10-01', '18'], ['10-08', '19'], ['10-15', '20'], ['10-22', '21'])
const WENT_UP = points(['10-01', '8'], ['10-08', '8'], ['10-15', '7'], ['10-22', '7'])
const fewer = { baseline: '8 incidents', target: '2 incidents' }

describe('four points in a row under the aim line', () => {
  it.each([
    ['four under it', { points: LOW }, [4, '2026-10-01', '2026-10-22']],
    ['three under it', { points: LOW.slice(0, 3) }, null],
    ['five under it', { points: [...LOW, ...points(['11-05', '22'])] }, [5, '2026-10-01', '2026-11-05']],
    ['the last one on the way again', { points: [...LOW, ...points(['11-05', '39'])] }, null],
    [
      'one on the way among them',
      { points: [...LOW.slice(0, 2), ...points(['10-09', '39']), ...LOW.slice(2)] },
      null,
    ],
    [
      'words between them do not break the row',
      { points: [...LOW, ...points(['10-23', 'tired'])] },
      [4, '2026-10-01', '2026-10-22'],
    ],
    ['two on one day count once', { points: [...LOW.slice(0, 3), ...points(['10-15', '20'])] }, null],
    [
      'on the line to the last digit',
      {
        by: day('09-05'),
        target: '20',
        points: points(['09-02', '17'], ['09-03', '18'], ['09-04', '19'], ['09-05', '20']),
      },
      null,
    ],
    ['the day of the baseline itself', { points: [...points(['09-01', '10']), ...LOW.slice(0, 3)] }, null],
    [
      'after the target’s day, still short of it',
      { points: points(['12-02', '39'], ['12-03', '39'], ['12-04', '39'], ['12-07', '39']) },
      [4, '2026-12-02', '2026-12-07'],
    ],
    [
      'fewer is better, and it is still too many',
      { ...fewer, points: WENT_UP },
      [4, '2026-10-01', '2026-10-22'],
    ],
    [
      'fewer is better, and it is fewer',
      { ...fewer, points: points(['10-01', '3'], ['10-08', '3'], ['10-15', '2'], ['10-22', '2']) },
      null,
    ],
    ['the same as before is the target', { baseline: '40', points: LOW }, null],
    ['a target in words', { target: 'reads alone', points: LOW }, null],
    [
      'the way of working changed since',
      {
        points: LOW,
        phases: [
          { what: 'Group', from: day('09-03') },
          { what: 'One to one', from: day('10-12') },
        ],
      },
      null,
    ],
    [
      'four since the way of working changed',
      {
        points: LOW,
        phases: [
          { what: 'Group', from: day('09-03') },
          { what: 'One to one', from: day('10-01') },
        ],
      },
      [4, '2026-10-01', '2026-10-22'],
    ],
    [
      'one way of working from the start',
      { points: LOW, phases: [{ what: 'Group', from: day('10-12') }] },
      [4, '2026-10-01', '2026-10-22'],
    ],
    ['nothing measured', {}, null],
  ] as const)('%s', (_what, over, expected) => {
    const found = underAim(outcome(over))
    expect(found && [found.count, found.since, found.lastOn]).toEqual(expected)
  })
})
