import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import type { PlanProvision } from '@/lib/provision/rules'
import { ownPart } from './part.rules'
import { coverageByPerson, type PlanToRead, readerLines, type Reader, readingWait } from './rules'
import { coverageWords, readerWords, versionWords } from './words'

// Autumn 2026 with half term from 26 to 30 October.
const calendar: SchoolCalendar = {
  terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(isoDate),
}
const published = isoDate('2026-11-09')
const reader = (over: Partial<Reader> = {}): Reader => ({
  membershipId: 'tom',
  name: 'Tom Whitfield',
  role: 'class-teacher',
  joinedOn: isoDate('2026-09-02'),
  readOn: null,
  away: [],
  ...over,
})

describe('readingWait (R10)', () => {
  it.each([
    ['on the day it was published', {}, '2026-11-09', '2026-11-09', 0, false],
    ['five school days after', {}, '2026-11-16', '2026-11-09', 5, false],
    ['the day after that', {}, '2026-11-17', '2026-11-09', 6, true],
    ['the weekend counts for nothing', {}, '2026-11-15', '2026-11-09', 4, false],
    ['a colleague of before the plan', { joinedOn: null }, '2026-11-17', '2026-11-09', 6, true],
    ['a new colleague on their first day', { joinedOn: '2026-11-17' }, '2026-11-17', '2026-11-17', 0, false],
    [
      'a new colleague after six days of theirs',
      { joinedOn: '2026-11-17' },
      '2026-11-25',
      '2026-11-17',
      6,
      true,
    ],
    ['who joined on the day of the plan', { joinedOn: '2026-11-09' }, '2026-11-17', '2026-11-09', 6, true],
    ['read on the day', { readOn: '2026-11-09' }, '2026-12-01', '2026-11-09', 0, false],
    ['read, though late, is read', { readOn: '2026-11-20' }, '2026-12-01', '2026-11-09', 9, false],
  ])('%s', (_when, over, today, since, schoolDays, isLate) => {
    const wait = readingWait(reader(over as Partial<Reader>), published, calendar, isoDate(today))
    expect(wait).toEqual({ since, schoolDays, isLate, isRead: 'readOn' in over })
  })

  it.each([
    ['away for all of it', [{ from: '2026-11-09', until: null }], '2026-12-01', 0, false],
    [
      'away from before it until yesterday',
      [{ from: '2026-10-01', until: '2026-11-16' }],
      '2026-11-17',
      1,
      false,
    ],
    ['two days away in it', [{ from: '2026-11-10', until: '2026-11-11' }], '2026-11-18', 5, false],
    ['and the day after', [{ from: '2026-11-10', until: '2026-11-11' }], '2026-11-19', 6, true],
    ['away at the weekend only', [{ from: '2026-11-14', until: '2026-11-15' }], '2026-11-17', 6, true],
    ['away long ago', [{ from: '2026-09-07', until: '2026-09-18' }], '2026-11-17', 6, true],
    ['away later', [{ from: '2026-11-18', until: '2026-11-20' }], '2026-11-17', 6, true],
  ])('waits for who is away: %s', (_when, away, today, schoolDays, isLate) => {
    const wait = readingWait(
      reader({ away: away as unknown as Reader['away'] }),
      published,
      calendar,
      isoDate(today),
    )
    expect(wait).toMatchObject({ schoolDays, isLate })
  })

  it('rests in the holidays', () => {
    const wait = readingWait(reader(), isoDate('2026-10-22'), calendar, isoDate('2026-11-01'))
    expect(wait.schoolDays).toBe(1)
  })
})

const plan = (over: Partial<PlanToRead> = {}): PlanToRead => ({
  pupilId: 'amira',
  pupilName: 'Amira Khan',
  givenName: 'Amira',
  className: '4 Ash',
  cycleId: 'cycle',
  versionId: 'one',
  number: 2,
  publishedOn: published,
  readers: [
    reader({ membershipId: 'joan', name: 'Joan Pickering', readOn: isoDate('2026-11-10') }),
    reader({ membershipId: 'new', name: 'Omar Reid', joinedOn: isoDate('2026-11-16') }),
    reader(),
  ],
  ...over,
})
const today = isoDate('2026-11-17')

describe('who has read a plan', () => {
  it('names first who has not, the longest wait first', () => {
    const lines = readerLines(plan(), calendar, today)
    expect(lines.map(({ name }) => name)).toEqual(['Tom Whitfield', 'Omar Reid', 'Joan Pickering'])
    expect(lines.map(readerWords)).toEqual([
      'Not yet, asked on 9 November, 6 school days ago',
      'Not yet, asked on 16 November, 1 school day ago',
      'Read on 10 November',
    ])
    expect(coverageWords(lines)).toBe('1 of 3 have read it')
    expect(versionWords(plan())).toBe('Version 2, published on 9 November 2026')
  })

  it.each([
    [[], 'Nobody teaches or supports this pupil yet'],
    [[reader()], '0 of 1 has read it'],
    [[reader({ readOn: today }), reader({ membershipId: 'b', readOn: today })], 'All 2 have read it'],
  ])('%#: says so in words', (readers, words) => {
    expect(coverageWords(readerLines(plan({ readers }), calendar, today))).toBe(words)
  })

  it('is told by person too, who has most waiting first', () => {
    const second = plan({
      pupilId: 'ben',
      versionId: 'two',
      readers: [reader(), reader({ membershipId: 'new', name: 'Omar Reid', readOn: today })],
    })
    expect(
      coverageByPerson([plan(), second], calendar, today).map(({ name, asked, read, owed }) => [
        ...[name, asked, read],
        owed.map(({ plan: { versionId } }) => versionId),
      ]),
    ).toEqual([
      ['Tom Whitfield', 2, 0, ['one', 'two']],
      ['Omar Reid', 2, 1, ['one']],
      ['Joan Pickering', 1, 1, []],
    ])
    expect(
      readerWords({ readOn: null, wait: { since: today, schoolDays: 0, isRead: false, isLate: false } }),
    ).toBe('Not yet, asked on 17 November')
  })
})

describe('ownPart (P54)', () => {
  const provision = (id: string, over: Partial<PlanProvision>) =>
    ({ id, deliveredById: null, alsoGivenBy: [], ...over }) as unknown as PlanProvision
  const whole = {
    responsible: { membershipId: 'tom' },
    inEveryLesson: 'One instruction at a time',
    provisions: [
      provision('given', { deliveredById: 'joan' }),
      provision('also', { alsoGivenBy: [{ id: 'joan', name: 'Joan Pickering' }] }),
      provision('other', { deliveredById: 'tom' }),
    ],
  }
  const line = { id: 'l', version: 1, words: 'x', about: null, who: null, howOften: null }
  const lines = [
    { ...line, kind: 'strategy' as const },
    { ...line, id: 'home', kind: 'at-home' as const },
  ]

  it('is what one gives, alone or with others, and what holds in every lesson, but not what home does', () => {
    const part = ownPart(whole, lines, 'joan')
    expect([part.isResponsible, part.gives.map(({ id }) => id)]).toEqual([false, ['given', 'also']])
    expect(part.lines.map(({ id }) => id)).toEqual(['l'])
    expect(part.inEveryLesson).toBe('One instruction at a time')
  })

  it('is to answer for the plan', () => {
    expect(ownPart(whole, [], 'tom')).toMatchObject({ isResponsible: true, gives: [{ id: 'other' }] })
  })
})
