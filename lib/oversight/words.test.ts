import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { YearBurnUp } from './burn-up.rules'
import { figuresOf } from './rules'
import {
  backOnTrackWords,
  daysWords,
  needWords,
  paceWords,
  pupilsWords,
  shownWords,
  yearWords,
} from './words'

const figures = { ...figuresOf([]), expectedByNow: 346 }
const termEnds = isoDate('2027-03-25')
const burnUp = (over: Partial<YearBurnUp> = {}): YearBurnUp => ({
  held: [{ on: isoDate('2027-03-16'), total: 330 }],
  needed: [],
  booked: null,
  termEnds,
  ...over,
})
const atRisk = (pupils: number) => ({ ...figures.states, 'at-risk': pupils })

describe('how the year stands', () => {
  it('says how far behind the pace it is, and what is booked', () => {
    const behind = { ...figures, states: atRisk(31), meetingsShort: 38, oneShort: 24 }
    expect(paceWords(behind, burnUp({ booked: { on: termEnds, total: 352 } }))).toBe(
      '16 meetings behind the pace, over the whole school. If the 22 that are booked are held, 352 will be done by the end of term. 31 pupils at risk are short of 38 meetings; 24 need only one.',
    )
  })

  it('speaks of one as of one', () => {
    const one = { ...figures, expectedByNow: 331, states: atRisk(1), meetingsShort: 1, oneShort: 1 }
    expect(paceWords(one, burnUp({ booked: { on: termEnds, total: 331 } }))).toBe(
      '1 meeting behind the pace, over the whole school. If the 1 that is booked is held, 331 will be done by the end of term. 1 pupil at risk is short of 1 meeting.',
    )
  })

  it('is calm where nobody is behind', () => {
    expect(paceWords({ ...figures, expectedByNow: 330 }, burnUp())).toBe(
      'The school as a whole keeps the pace.',
    )
    expect(backOnTrackWords(figures, termEnds)).toBeNull()
  })

  it('says what would bring everyone back on track, by the end of the term if there is one', () => {
    expect(backOnTrackWords({ ...figures, meetingsShort: 38 }, termEnds)).toBe(
      'If 38 more meetings are held by 25 March, everyone is on track again.',
    )
    expect(backOnTrackWords({ ...figures, meetingsShort: 1 }, null)).toBe(
      'If 1 more meeting is held, everyone is on track again.',
    )
  })
})

it('names a year, a need and a count, and those that are not on record', () => {
  expect([0, 4, null].map(yearWords)).toEqual(['Reception', 'Year 4', 'No year group'])
  expect([needWords('SLCN', { SLCN: 'Speech' }), needWords('XX', {}), needWords(null, {})]).toEqual([
    'Speech',
    'XX',
    'None on record',
  ])
  expect([pupilsWords(1), pupilsWords(2), daysWords(1)]).toEqual(['1 pupil', '2 pupils', '1 day'])
})

it.each([
  [12, '12'],
  ['few', 'fewer than 6'],
  ['withheld', 'not shown'],
] as const)('shows a governor %s as %s', (shown, words) => {
  expect(shownWords(shown)).toBe(words)
})
