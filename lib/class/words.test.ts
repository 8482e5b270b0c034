import { describe, expect, it } from 'vitest'
import type { SheetLine } from './rules'
import {
  groupHowWords,
  groupsNotedWords,
  howWords,
  notedWords,
  pupilCountWords,
  reasonKeys,
  restWords,
  weekWords,
} from './words'

const line = (over: Partial<SheetLine> = {}): SheetLine => ({
  id: 'talk',
  what: 'Talk Time',
  pupilId: 'nadia',
  name: 'Nadia Aziz',
  className: '4 Ash',
  cycleId: 'cycle',
  minutes: 20,
  perWeek: 3,
  groupSize: 6,
  place: 'Library',
  deliverer: 'Joan Pickering',
  deliveredById: null,
  outcome: null,
  steps: null,
  aim: null,
  notedToday: [],
  givenThisWeek: 2,
  ...over,
})

describe('a provision in words', () => {
  it.each([
    [{}, '20 minutes, group of 6, with Joan Pickering, Library'],
    [{ groupSize: 1, minutes: 1 }, '1 minute, one to one, with Joan Pickering, Library'],
    [{ minutes: null, groupSize: null, deliverer: null, place: null }, ''],
  ])('%o', (over, words) => {
    expect(howWords(line(over))).toBe(words)
  })

  it('is said once for a group that has it alike', () => {
    expect(groupHowWords({ what: 'Talk Time', lines: [line(), line({ name: 'Temi Bello' })] })).toBe(
      howWords(line()),
    )
    expect(groupHowWords({ what: 'Talk Time', lines: [line(), line({ minutes: 10 })] })).toBeNull()
    expect(groupHowWords({ what: 'Talk Time', lines: [] })).toBeNull()
  })

  it('counts the week', () => {
    expect(weekWords(line())).toBe('2 of 3 this week')
    expect(weekWords(line({ perWeek: null }))).toBe('2 this week')
  })

  it('says what was noted, why, when and by whom', () => {
    const noted = {
      delivered: 'not-given' as const,
      reason: 'Away',
      at: '09:36',
      by: 'Joan Pickering',
      formKey: 'key',
    }
    expect(notedWords(noted)).toBe('Not given: Away. 9:36am, Joan Pickering')
    expect(notedWords({ ...noted, delivered: 'given', reason: null })).toBe('Given. 9:36am, Joan Pickering')
  })
})

it('has a key for each reason', () => {
  expect(reasonKeys('not-given').map(({ label }) => label)).toEqual([
    'Away',
    'Trip or event',
    'No adult',
    'Did not want to',
  ])
  expect(reasonKeys('partly').map(({ label }) => label)).toEqual([
    'Began late',
    'Left early',
    'Was interrupted',
  ])
  expect(reasonKeys('given')).toEqual([{ tap: 'given', label: 'Given' }])
})

it('names the rest of a group where they are few', () => {
  const rest = (count: number) =>
    restWords(Array.from({ length: count }, (_, at) => line({ name: `Pupil ${at + 1}` })))
  expect(rest(0)).toBeNull()
  expect(rest(1)).toEqual({ act: 'Mark Pupil 1 as given', who: 'Talk Time', names: null })
  expect(rest(2)).toEqual({
    act: 'Mark the other 2 as given',
    who: 'Talk Time: Pupil 1, Pupil 2',
    names: null,
  })
  expect(rest(10)).toMatchObject({
    who: 'Talk Time: 10 pupils',
    names: expect.stringMatching(/^Pupil 1, .*, Pupil 10$/) as unknown,
  })
})

it('counts pupils and groups', () => {
  expect([0, 1, 2].map(pupilCountWords)).toEqual([
    'Nobody on the register',
    '1 pupil on the register',
    '2 pupils on the register',
  ])
  expect(groupsNotedWords({ noted: 2, all: 3 })).toBe('2 of 3 groups noted')
  expect(groupsNotedWords({ noted: 0, all: 1 })).toBe('0 of 1 group noted')
  expect(groupsNotedWords({ noted: 0, all: 0 })).toBe('no provision in force today')
})
