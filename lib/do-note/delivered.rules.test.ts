import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  deliveredProvision,
  deliveredSoFar,
  halfWayOn,
  isHalfWay,
  isUnderGiven,
  type NotedProvision,
  notLookedAtFor,
  quietFor,
  type Sessions,
} from './delivered.rules'

const day = (text: string) => isoDate(`2026-${text}`)

// Monday 2 November to Friday 18 December 2026, with Friday 20 November closed; the half term before it is no term.
const calendar = {
  terms: [
    { firstDay: day('09-01'), lastDay: day('10-23') },
    { firstDay: day('11-02'), lastDay: day('12-18') },
  ],
  closedDays: [day('11-20')],
}
const dosage = { minutes: 20, perWeek: 3, from: day('11-02'), until: day('11-27') }

const session = (on: string, over: Partial<Sessions> = {}): Sessions => ({
  ...{ times: 1, lastOn: day(on), delivered: 'given', minutes: 20, reason: null, givenBy: null },
  ...over,
})
const times = (n: number, over: Partial<Sessions> = {}) => [session('11-03', { times: n, ...over })]

describe('planned against delivered', () => {
  it('counts sessions and minutes, with the reasons and who else gave it', () => {
    const sessions = [
      ...times(4),
      session('11-09', { delivered: 'partly', minutes: 12, reason: 'began late' }),
      session('11-10', { delivered: 'partly', minutes: null, reason: 'Began late.' }),
      session('11-11', { delivered: 'not-given', minutes: null, reason: 'Away' }),
      session('11-12', { givenBy: 'a supply teacher', minutes: null }),
    ]
    expect(deliveredSoFar(dosage, sessions, calendar, day('11-13'))).toEqual({
      ...{ planned: 6, plannedMinutes: 120, given: 5, partly: 2, notGiven: 1, minutes: 80 + 12 + 10 + 20 },
      share: 122 / 120,
      reasons: [
        { reason: 'Began late', count: 2 },
        { reason: 'Away', count: 1 },
      ],
      byOthers: [{ who: 'A supply teacher', count: 1 }],
    })
  })

  it.each([
    ['the first day: not a whole session yet', '11-02', 0],
    ['a week', '11-06', 3],
    ['the weekend plans nothing', '11-08', 3],
    ['a week with a closed day', '11-20', 8],
    ['its last day', '11-27', 11],
    ['after its last day', '12-11', 11],
    ['before it begins', '10-30', 0],
  ])('plans by %s', (_what, today, planned) => {
    expect(deliveredSoFar(dosage, [], calendar, day(today)).planned).toBe(planned)
  })

  it('plans nothing in a half term', () => {
    const long = { ...dosage, from: day('10-19'), until: day('11-06') }
    expect(deliveredSoFar(long, [], calendar, day('10-23')).planned).toBe(3)
    expect(deliveredSoFar(long, [], calendar, day('10-30')).planned).toBe(3)
    expect(deliveredSoFar(long, [], calendar, day('11-06')).planned).toBe(6)
  })

  it.each([
    ['in minutes', {}, times(3), 0.5],
    [
      'in sessions where no minutes are planned, half for a part',
      { minutes: null },
      [...times(2), ...times(2, { delivered: 'partly' })],
      0.5,
    ],
    ['none where nothing is planned yet', { perWeek: null }, times(3), null],
    ['none on the first day', { from: day('11-13') }, times(3), null],
  ] as const)('has a share %s', (_what, over, sessions, share) => {
    expect(deliveredSoFar({ ...dosage, ...over }, sessions, calendar, day('11-13')).share).toBe(share)
  })
})

describe('R13: less than 60 per cent given at the mid-point', () => {
  const course = { from: day('11-02'), until: day('11-27'), reviewDue: day('12-04') }

  it.each([
    ['the 9th of 19 school days', course, '11-12', false],
    ['the 10th of 19', course, '11-13', true],
    ['after its end', course, '12-11', true],
    ['before it begins', course, '10-20', false],
    ['without an end, by the review: the 12th of 24', { ...course, until: null }, '11-17', true],
    ['without an end, the 11th of 24', { ...course, until: null }, '11-16', false],
    ['without an end or a review', { ...course, until: null, reviewDue: null }, '11-27', false],
    ['without a first day', { ...course, from: null }, '11-27', false],
  ])('is half-way on %s', (_what, given, today, half) => {
    expect(isHalfWay(given, calendar, day(today))).toBe(half)
  })

  it.each([
    ['59 of 100 at the mid-point', 0.59, '11-13', true],
    ['60 of 100', 0.6, '11-13', false],
    ['the day before the mid-point', 0.1, '11-12', false],
    ['nobody can say', null, '11-13', false],
    ['nothing given', 0, '11-13', true],
  ])('asks about %s', (_what, share, today, asked) => {
    expect(isUnderGiven(course, { share }, calendar, day(today))).toBe(asked)
  })
})

describe('R12: not noted for 10 school days', () => {
  it.each([
    ['from its first day', [], '11-13', 10],
    [
      'since the last note, given or not',
      [session('11-04', { delivered: 'not-given' }), session('11-03')],
      '11-13',
      7,
    ],
    ['without the closed day', [session('11-13')], '11-23', 5],
    ['not after its end', [], '11-30', null],
    ['not before it begins', [], '10-30', null],
  ] as const)('counts %s', (_what, sessions, today, quiet) => {
    expect(quietFor(dosage, sessions, calendar, day(today))).toBe(quiet)
  })

  it('counts through a half term without its days', () => {
    const long = { from: day('09-14'), until: day('12-11') }
    expect(quietFor(long, [session('10-21')], calendar, day('11-02'))).toBe(3)
  })
})

const noted = (over: Partial<NotedProvision> = {}): NotedProvision => ({
  ...{
    id: 'p',
    what: 'Talk Time',
    ...dosage,
    deliverer: 'Joan Pickering',
    deliveredById: 'joan',
    cycleId: 'c',
  },
  ...{
    reviewDue: day('12-04'),
    closedOn: null,
    responsibleId: 'tom',
    pupilId: 'nadia',
    pupilName: 'Nadia Aziz',
  },
  ...{ className: '4 Ash', sessions: [], lookedOn: null, away: [] },
  ...over,
})

describe('what is asked about a provision', () => {
  const some = [session('11-05', { times: 4 })]

  it('knows the school day on which it is half-way', () => {
    expect(halfWayOn(noted(), calendar)).toBe('2026-11-13')
    expect(halfWayOn(noted({ until: day('11-06') }), calendar)).toBe('2026-11-04')
    expect(halfWayOn(noted({ from: day('10-26'), until: day('10-30') }), calendar)).toBeNull()
  })

  it.each([
    ['noted and given', { sessions: [session('11-13', { times: 6 })] }, '11-13', []],
    [
      'never noted',
      {},
      '11-13',
      [
        { ruleId: 'R12', since: '2026-11-02', schoolDays: 10 },
        { ruleId: 'R13', since: '2026-11-13', share: 0 },
      ],
    ],
    [
      'noted for too little',
      { sessions: some },
      '11-17',
      [{ ruleId: 'R13', since: '2026-11-13', share: 80 / 140 }],
    ],
    [
      'quiet since',
      { sessions: some },
      '11-19',
      [
        { ruleId: 'R12', since: '2026-11-05', schoolDays: 10 },
        { ruleId: 'R13', since: '2026-11-13', share: 80 / 160 },
      ],
    ],
    ['the cycle is closed', { closedOn: day('11-12') }, '11-17', []],
    ['it has ended', { sessions: some }, '11-30', []],
    ['no first day', { from: null }, '11-17', []],
    ['no times a week: it is in place, not given', { perWeek: null }, '11-17', []],
  ] as const)('%s', (_what, over, today, flags) => {
    expect(deliveredProvision(noted(over as Partial<NotedProvision>), calendar, day(today)).flags).toEqual(
      flags,
    )
  })

  it('rests while the pupil is away, in school days, and starts again where it was (R12, R13)', () => {
    const week = { from: day('11-09'), until: day('11-13') }
    const of = (away: NotedProvision['away'], today: string) =>
      deliveredProvision(noted({ away }), calendar, day(today))
    // ten school days from 2 November, five of them away: asked a school week later
    expect(of([], '11-13').flags.map(({ ruleId }) => ruleId)).toEqual(['R12', 'R13'])
    expect(of([week], '11-13').flags).toEqual([])
    expect(of([week], '11-19').flags.filter(({ ruleId }) => ruleId === 'R12')).toEqual([])
    expect(of([week], '11-23').flags.find(({ ruleId }) => ruleId === 'R12')).toMatchObject({ schoolDays: 10 })
    // and half as much is planned
    expect(of([], '11-13').soFar.planned).toBe(6)
    expect(of([week], '11-13').soFar.planned).toBe(3)
    // still away: nothing is asked, however long
    expect(of([{ from: day('11-02'), until: null }], '12-04').flags).toEqual([])
    expect(of([{ from: day('11-02'), until: null }], '12-04').soFar).toMatchObject({
      planned: 0,
      share: null,
    })
    // away in a holiday or at a weekend changes nothing
    expect(of([{ from: day('11-07'), until: day('11-08') }], '11-13').flags).toEqual(of([], '11-13').flags)
  })

  it('counts to the day the cycle closed and no further', () => {
    expect(deliveredProvision(noted({ closedOn: day('11-06') }), calendar, day('12-11')).soFar.planned).toBe(
      3,
    )
  })
})

describe('looking at what others give', () => {
  const long = { from: day('09-14'), until: day('12-11') }

  it.each([
    ['never, after 20 school days', long, '10-09', 20],
    ['never, after 19', long, '10-08', null],
    ['20 school days ago', { ...long, lookedOn: day('09-18') }, '10-16', 20],
    ['lately', { ...long, lookedOn: day('10-09') }, '10-16', null],
    ['the responsible teacher gives it', { ...long, responsibleId: 'joan' }, '10-16', null],
    ['nobody is named', { ...long, deliverer: null, deliveredById: null }, '10-16', null],
    ['it has ended', { ...long, until: day('10-09') }, '10-16', null],
    [
      'somebody from outside gives it',
      { ...long, deliveredById: null, deliverer: 'Speech therapist' },
      '10-16',
      25,
    ],
  ] as const)('%s', (_what, over, today, days) => {
    expect(notLookedAtFor(noted(over), calendar, day(today))).toBe(days)
  })
})
