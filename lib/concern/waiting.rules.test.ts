import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { A_TERM, type ConcernFacts, concernWaits, type DecisionFacts } from './waiting.rules'
import { waitingWords } from './words'

// Half term is 26 to 30 October, and 23 October a training day.
const calendar = {
  terms: [
    { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
    { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
  ],
  closedDays: ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(
    isoDate,
  ),
}

type Decision = Partial<Omit<DecisionFacts, 'decidedOn' | 'lookAgainOn'>> & { on: string; again?: string }

const facts = (raisedBy: ConcernFacts['raisedBy'], raisedOn: string, ...made: Decision[]): ConcernFacts => ({
  raisedBy,
  raisedOn: isoDate(raisedOn),
  answeredOn: made[0] ? isoDate(made[0].on) : null,
  decisions: made.map(({ on, again, ...over }) => ({
    decision: 'monitor',
    isCompared: false,
    isTalkedOver: false,
    ...over,
    decidedOn: isoDate(on),
    lookAgainOn: again === undefined ? null : isoDate(again),
  })),
})

const waitsOn = (concern: ConcernFacts, today: string) =>
  concernWaits(concern, isoDate(today), calendar).map(
    ({ step, isLate }) => `${step}${isLate ? ', late' : ''}`,
  )

describe('concernWaits', () => {
  it.each<[string, ConcernFacts, string, string[]]>([
    [
      'a parent’s waits for answer and comparison',
      facts('parent', '2026-11-02'),
      '2026-11-09',
      ['answer', 'compare'],
    ],
    [
      'the answer is late after five school days (R36)',
      facts('parent', '2026-11-02'),
      '2026-11-10',
      ['answer, late', 'compare'],
    ],
    [
      'the comparison not yet after ten (R05)',
      facts('parent', '2026-11-02'),
      '2026-11-16',
      ['answer, late', 'compare'],
    ],
    [
      'but after eleven (R05)',
      facts('parent', '2026-11-02'),
      '2026-11-17',
      ['answer, late', 'compare, late'],
    ],
    [
      'in the holidays it counts from the next school day',
      facts('parent', '2026-10-24'),
      '2026-11-16',
      ['answer, late', 'compare'],
    ],
    [
      'and is late on the same day as one of that day',
      facts('parent', '2026-10-24'),
      '2026-11-17',
      ['answer, late', 'compare, late'],
    ],
    [
      'a pupil’s is compared too',
      facts('pupil', '2026-11-02'),
      '2026-11-17',
      ['answer, late', 'compare, late'],
    ],
    [
      'one of staff is the school’s own assessment',
      facts('staff', '2026-11-02'),
      '2026-11-17',
      ['answer, late'],
    ],
    [
      'answered without comparison, that still waits',
      facts('parent', '2026-11-02', { on: '2026-11-03' }),
      '2026-11-17',
      ['compare, late'],
    ],
    [
      'a later decision may bring it',
      facts('parent', '2026-11-02', { on: '2026-11-03' }, { on: '2026-11-09', isCompared: true }),
      '2026-11-17',
      [],
    ],
    ['watched, it waits for nothing', facts('staff', '2026-11-02', { on: '2026-11-03' }), '2026-12-01', []],
    [
      'on the day to look again it says so',
      facts('staff', '2026-11-02', { on: '2026-11-03', again: '2026-12-01' }),
      '2026-12-01',
      ['look-again'],
    ],
    [
      'and the day after it is late',
      facts('staff', '2026-11-02', { on: '2026-11-03', again: '2026-12-01' }),
      '2026-12-02',
      ['look-again, late'],
    ],
    [
      'a no waits to be talked over (P04)',
      facts('staff', '2026-11-02', { on: '2026-11-03', decision: 'not-sen' }),
      '2026-11-10',
      ['talk'],
    ],
    [
      'late after five school days',
      facts('staff', '2026-11-02', { on: '2026-11-03', decision: 'not-sen' }),
      '2026-11-11',
      ['talk, late'],
    ],
    [
      'talked over, it is done',
      facts('staff', '2026-11-02', { on: '2026-11-03', decision: 'not-sen', isTalkedOver: true }),
      '2027-03-11',
      [],
    ],
    [
      'a yes leads on to the early discussion instead',
      facts('staff', '2026-11-02', { on: '2026-11-03', decision: 'sen-support' }),
      '2027-03-11',
      [],
    ],
    [
      'only the last decision says what is next',
      facts('staff', '2026-11-02', { on: '2026-11-03', decision: 'not-sen' }, { on: '2026-11-04' }),
      '2026-11-20',
      [],
    ],
  ])('%s', (_why, concern, today, waits) => {
    expect(waitsOn(concern, today)).toEqual(waits)
  })

  it('asks for yes or no after more than a term', () => {
    const watched = facts('staff', '2026-09-07', { on: '2026-09-08' })
    const on = (today: string) => concernWaits(watched, isoDate(today), calendar)
    // 11 December is the 63rd school day after 7 September
    const first = ['2026-12-14', '2026-12-15', '2026-12-16'].filter((day) => on(day).length > 0)
    expect(on('2026-12-16')).toEqual([
      { step: 'decide', rule: null, since: '2026-09-07', schoolDays: 66, isLate: true },
    ])
    expect(first[0]).toBe('2026-12-14')
    expect(on('2026-12-11')).toMatchObject([])
    expect(A_TERM).toBe(63)
  })

  it('is said with the paragraph', () => {
    const late = concernWaits(facts('parent', '2026-11-02'), isoDate('2026-11-17'), calendar)
    expect(late.map(waitingWords)).toEqual([
      'Waiting for an answer for 11 school days (Code 6.20)',
      'Not yet set beside the school’s own assessment, more than 10 school days (Code 6.45)',
    ])
  })
})
