import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Candidate, chosen, dueIn } from './choosing.rules'

const day = (text: string) => text as IsoDate
const pupil = (over: Partial<Candidate> = {}): Candidate => ({
  pupilId: 'amira',
  className: '8F',
  yearGroup: 8,
  isOnRegister: true,
  isBehind: false,
  needsOne: true,
  nextDue: day('2027-03-11'),
  reviewDue: null,
  bookedOn: [],
  ...over,
})
const wanted = (who: 'behind' | 'needing' | 'all' | 'class' | 'year') => ({
  who,
  className: '8F',
  yearGroup: '8',
})
const window = { firstOn: day('2027-03-01'), lastOn: day('2027-03-12') }

describe('who is met in a round', () => {
  it.each([
    ['behind', {}, false, 'not behind'],
    ['behind', { isBehind: true }, true, 'behind'],
    ['needing', { needsOne: false }, false, 'had all three'],
    ['needing', {}, true, 'the year asks for one more'],
    ['all', { needsOne: false }, true, 'everyone'],
    ['all', { isOnRegister: false }, false, 'not on the register any more'],
    ['class', {}, true, 'of the class'],
    ['class', { className: '8G' }, false, 'of another class'],
    ['year', {}, true, 'of the year'],
    ['year', { yearGroup: null }, false, 'no year known'],
    ['all', { bookedOn: [day('2027-03-12')] }, false, 'has a meeting booked on the last day'],
    ['all', { bookedOn: [day('2027-03-13')] }, true, 'has one booked the day after'],
  ] as const)('%s, %j: %s, %s', (who, over, isIn, why) => {
    expect(chosen([pupil(over)], wanted(who), window), why).toHaveLength(isIn ? 1 : 0)
  })
})

describe('the day by which a pupil is met', () => {
  it.each([
    [{}, { dueOn: '2027-03-11', isBehind: false }, 'the next of the three'],
    [{ reviewDue: day('2027-03-05') }, { dueOn: '2027-03-05', isBehind: false }, 'the review comes first'],
    [{ reviewDue: day('2027-03-01') }, { dueOn: '2027-03-01', isBehind: false }, 'due on the first day'],
    [
      { reviewDue: day('2027-02-28') },
      { dueOn: '2027-03-11', isBehind: true },
      'the review was due the day before',
    ],
    [{ nextDue: null }, { dueOn: null, isBehind: false }, 'nothing is due'],
    [{ nextDue: null, isBehind: true }, { dueOn: null, isBehind: true }, 'behind already'],
  ] as const)('%j: %j, %s', (over, due, why) => {
    expect(dueIn(pupil(over), window.firstOn), why).toEqual(due)
  })
})
