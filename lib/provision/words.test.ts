import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Delivery } from './rules'
import { datesWords, deliveryWords, dosageWords, groupWords } from './words'

const delivery = (over: Partial<Delivery>): Delivery => ({
  ...{
    planned: 20,
    plannedMinutes: 200,
    given: 17,
    partly: 0,
    notGiven: 0,
    minutes: 170,
    from: isoDate('2027-02-08'),
  },
  ...over,
})

describe('deliveryWords', () => {
  it.each<[Partial<Delivery>, string]>([
    [{}, 'Given 17 of 20 sessions planned so far'],
    [{ planned: 1, given: 1 }, 'Given 1 of 1 session planned so far'],
    [{ given: 16, partly: 1, notGiven: 3 }, 'Given 16 of 20 sessions planned so far, 1 in part, 3 not given'],
    [{ planned: 4, given: 5 }, 'Given 5 sessions, 4 planned so far'],
    [{ planned: 0, given: 0 }, 'No session planned yet'],
    [{ planned: 0, given: 1 }, 'Given 1 session, 0 planned so far'],
    [{ planned: null, given: 0 }, 'No session noted yet'],
    [{ planned: null, given: 2, notGiven: 1 }, 'Given 2 sessions, 1 not given'],
  ])('%j', (over, words) => {
    expect(deliveryWords(delivery(over))).toBe(words)
  })
})

it.each([
  [{ minutes: 10, perWeek: 4 }, '10 minutes, 4 times a week'],
  [{ minutes: 1, perWeek: 1 }, '1 minute, once a week'],
  [{ minutes: null, perWeek: 2 }, 'twice a week'],
  [{ minutes: 20, perWeek: null }, '20 minutes'],
  [{ minutes: null, perWeek: null }, null],
])('says how much: %j', (dosage, words) => {
  expect(dosageWords(dosage)).toBe(words)
})

it.each([
  ['2027-02-08', '2027-03-25', '8 February to 25 March 2027'],
  ['2027-02-08', null, 'from 8 February 2027'],
  [null, '2027-03-25', 'until 25 March 2027'],
  [null, null, null],
])('says when: %s to %s', (from, until, words) => {
  expect(datesWords({ from: from && isoDate(from), until: until && isoDate(until) })).toBe(words)
})

it('says with how many', () => {
  expect([1, 6, null].map(groupWords)).toEqual(['one to one', 'group of 6', null])
})
