import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { PURPOSES } from '@/lib/parent-meeting/record.rules'
import { answersWords, entryWords, offersWords, purposeForFamily } from './words'

const on = isoDate('2026-11-20')

describe('an entry', () => {
  it.each([
    ['offered', 'email', null, 'Invited by email, 20 November'],
    ['offered', 'in-person', null, 'Invited face to face, 20 November'],
    ['moved', 'email', null, 'Told that it moved by email, 20 November'],
    ['called-off', 'email', null, 'Told that it is called off by email, 20 November'],
    ['reminded', 'email', null, 'Reminded by email, 20 November'],
    ['answered', 'link', 'yes', 'Will come, said by the link in the letter, 20 November'],
    ['answered', 'phone', 'another-time', 'Asks for another time, said by phone, 20 November'],
  ] as const)('%s by %s, %s', (kind, method, outcome, words) => {
    expect(entryWords({ kind, method, outcome, on })).toBe(words)
  })
})

describe('what the parents of a meeting have said', () => {
  it.each([
    [[], 'Nobody invited yet'],
    [[null, null], '2 not answered'],
    [['yes', null], '1 of 2 will come, 1 not answered'],
    [['yes', 'yes'], '2 of 2 will come'],
    [['no', 'another-time'], '1 cannot come, 1 asked for another time'],
  ] as const)('%j', (answers, words) => {
    expect(answersWords(answers)).toBe(words)
  })
})

it.each([
  [{ offered: 1, attended: 0 }, 'Offered 1 time, attended 0'],
  [{ offered: 3, attended: 1 }, 'Offered 3 times, attended 1'],
])('%j', (offers, words) => {
  expect(offersWords(offers)).toBe(words)
})

it('says of every purpose what for, with the child’s first name and no word only schools use', () => {
  for (const purpose of PURPOSES) {
    const words = purposeForFamily[purpose]('Amira')
    expect(words).toContain('Amira')
    expect(words).not.toMatch(/SENCO|outcome|provision|graduated|intervention/i)
  }
})
