import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { NotifiableContact } from '@/lib/parent-notification/rules'
import { amira, whoMay } from '@/tests/factories/actors'
import { stepDownPolicy } from './policy'
import { checkedOnProblem, notToldOfEnd, toldOnProblem, watchDays, watchState } from './rules'

const term = (firstDay: string, lastDay: string) => ({
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})
const terms = [
  term('2026-09-02', '2026-12-18'),
  term('2027-01-05', '2027-03-25'),
  term('2027-04-12', '2027-07-21'),
  term('2027-09-01', '2027-12-17'),
]

describe('watchDays: the last days of the two whole terms after it', () => {
  it.each([
    ['2026-12-04', '2027-03-25', '2027-07-21', 'in the autumn'],
    ['2026-12-18', '2027-03-25', '2027-07-21', 'on the last day of the autumn'],
    ['2027-01-05', '2027-07-21', '2027-12-17', 'on the first day of the spring, which is not whole any more'],
    ['2027-01-04', '2027-03-25', '2027-07-21', 'the day before the spring'],
    ['2027-03-25', '2027-07-21', '2027-12-17', 'over the summer'],
  ])('stepped down on %s: checked on %s, until %s (%s)', (from, firstCheckOn, untilOn) => {
    expect(watchDays(terms, isoDate(from))).toEqual({ firstCheckOn, untilOn })
  })
  it('is not known where the terms do not reach', () => {
    expect(watchDays(terms, isoDate('2027-05-01'))).toBeNull()
  })
})

describe('watchState', () => {
  const watch = {
    from: isoDate('2026-12-04'),
    firstCheckOn: isoDate('2027-03-25'),
    untilOn: isoDate('2027-07-21'),
  }
  const first = { is: 'check-due', dueOn: '2027-03-25', isLast: false }
  const last = { is: 'check-due', dueOn: '2027-07-21', isLast: true }
  it.each<[string, string, string[], object]>([
    ['just begun', '2026-12-05', [], { is: 'watching', nextOn: '2027-03-25' }],
    ['15 days before the first check', '2027-03-10', [], { is: 'watching', nextOn: '2027-03-25' }],
    ['a fortnight before it', '2027-03-11', [], { ...first, isLate: false }],
    ['on its day', '2027-03-25', [], { ...first, isLate: false }],
    ['the day after', '2027-03-26', [], { ...first, isLate: true }],
    [
      'checked early in its fortnight',
      '2027-03-12',
      ['2027-03-11'],
      { is: 'watching', nextOn: '2027-07-21' },
    ],
    ['checked too early to count for it', '2027-03-20', ['2027-02-01'], { ...first, isLate: false }],
    ['checked late', '2027-04-20', ['2027-04-15'], { is: 'watching', nextOn: '2027-07-21' }],
    ['the last fortnight', '2027-07-08', ['2027-03-20'], { ...last, isLate: false }],
    ['the last fortnight, the first never written', '2027-07-08', [], { ...last, isLate: false }],
    ['the last is late', '2027-07-22', ['2027-03-20'], { ...last, isLate: true }],
    ['both written', '2027-07-21', ['2027-03-20', '2027-07-20'], { is: 'ended' }],
    ['only the last written', '2027-07-21', ['2027-07-20'], { is: 'ended' }],
  ])('%s', (_what, today, checks, state) => {
    expect(
      watchState({ ...watch, checks: checks.map((on) => ({ on: isoDate(on) })) }, isoDate(today)),
    ).toEqual(state)
  })
  it.each([
    ['2027-03-20', null],
    ['2027-03-21', 'The day of the check must be today or in the past'],
    ['2026-12-04', 'The day of the check must be after SEN support ended'],
    ['2026-12-05', null],
  ])('a check of %s: %s', (on, problem) => {
    expect(checkedOnProblem(isoDate(on), watch, isoDate('2027-03-20'))).toBe(problem)
  })
  it.each([
    ['2027-03-21', 'The day they were told must be today or in the past'],
    ['2027-03-20', null],
    ['2026-10-05', null],
    ['2026-10-04', 'The day they were told must be on or after 5 October 2026'],
  ])('told on %s: %s', (on, problem) => {
    expect(toldOnProblem(isoDate(on), watch, isoDate('2027-03-20'))).toBe(problem)
  })
})

describe('notToldOfEnd: each entitled parent, as when SEN support began', () => {
  const contact = (contactId: string, over: Partial<NotifiableContact> = {}): NotifiableContact => ({
    ...{ contactId, name: contactId, relationship: 'Mother', hasParentalResponsibility: true },
    ...{ caresForPupil: true, restrictedFrom: null, restrictedUntil: null },
    ...over,
  })
  const child = { name: 'Amira Khan', dateOfBirth: isoDate('2018-05-03') }
  const today = isoDate('2026-12-07')
  const contacts = [
    contact('mother'),
    contact('father'),
    contact('aunt', { hasParentalResponsibility: false, caresForPupil: false }),
  ]
  const notices = [{ contactId: 'mother', toldOn: today }]
  const ids = (over: object) =>
    notToldOfEnd({ pupil: child, contacts, notices: [], today, ...over }).map(({ contactId }) => contactId)
  it.each([
    ['nobody was told', {}, ['mother', 'father']],
    ['the mother was', { notices }, ['father']],
    [
      'a restricted father is not to be told',
      {
        notices,
        contacts: [contact('mother'), contact('father', { restrictedFrom: isoDate('2026-01-01') })],
      },
      [],
    ],
    [
      'a young person is told themselves',
      { pupil: { ...child, dateOfBirth: isoDate('2009-05-03') } },
      [null],
    ],
  ])('%s', (_what, over, expected) => {
    expect(ids(over)).toEqual(expected)
  })
})

it('is checked by those who teach the pupil, led by those who lead the school', () => {
  const leaders = ['the SENCO', 'the headteacher']
  const teachers = [...leaders, 'a teacher of the pupil']
  expect(whoMay((actor) => stepDownPolicy.lead(actor, amira))).toEqual(leaders)
  expect(whoMay((actor) => stepDownPolicy.check(actor, amira))).toEqual(teachers)
  expect(whoMay((actor) => stepDownPolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})
