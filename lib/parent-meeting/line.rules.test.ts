import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { MeetingFacts } from './facts.rules'
import { scopeOf, standingIfHeld } from './facts.rules'
import { possibleRound } from './line.rules'
import { DEFAULT_STANDING_SETTINGS } from './rules'
import { booked, cancelled, held, period, yearOf2026 } from './standing.fixture'

const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, includeEhcPlan: true } }
const two = [held('2026-10-14'), held('2027-01-13')]
const facts = (meetings: MeetingFacts['meetings']): MeetingFacts => ({
  dateOfBirth: isoDate('2018-05-03'),
  statuses: [{ ...period('2025-09-01'), status: 'sen-support' }],
  meetings,
})

describe('what recording a meeting as held would make of the year', () => {
  const third = booked('2027-03-16')
  it.each([
    ['on its day', [...two, third], '2027-03-16', { held: 3, state: 'met' }],
    ['before its day', [...two, third], '2027-02-01', { held: 3, state: 'met' }],
    ['the second', [...two.slice(0, 1), third], '2027-03-16', { held: 2, state: 'on-track' }],
    [
      'one that was called off',
      [...two, cancelled('2027-03-10', { id: third.id })],
      '2027-03-16',
      { held: 3, state: 'met' },
    ],
    [
      'one that nobody leads',
      [...two, { ...third, ledByTeacherOrSenco: false }],
      '2027-03-16',
      { held: 2, state: 'on-track' },
    ],
  ])('%s', (_what, meetings, today, expected) => {
    expect(standingIfHeld(facts(meetings), third.id, calendar, isoDate(today))).toMatchObject(expected)
  })
  it('is nothing for a meeting of another year', () => {
    expect(standingIfHeld(facts(two), third.id, calendar, isoDate('2027-03-16'))).toBeNull()
  })
})

describe('the days a pupil is asked about', () => {
  const statuses = [
    { ...period('2025-09-01', '2027-02-12'), status: 'sen-support' },
    { ...period('2027-02-13'), status: 'ehc-plan' },
  ]
  it('are those with an EHC plan too, unless the school has set it apart', () => {
    expect(scopeOf(statuses, { includeEhcPlan: true })).toHaveLength(2)
    expect(scopeOf(statuses, { includeEhcPlan: false }).map(({ status }) => status)).toEqual(['sen-support'])
  })
})

describe('possibly the same round', () => {
  const withParents = (id: string, on: string, contactIds: string[], over: object = {}) => ({
    id,
    on: isoDate(on),
    status: 'held' as const,
    roundId: null as string | null,
    invited: contactIds.map((contactId) => ({ contactId, name: contactId })),
    came: contactIds.map((contactId) => ({ contactId, name: contactId })),
    ...over,
  })
  const mine = withParents('mine', '2027-02-03', ['mother'])
  it.each([
    ['the father nine school days later', withParents('other', '2027-02-24', ['father']), true],
    ['the father ten school days later', withParents('other', '2027-02-25', ['father']), false],
    ['the father nine school days before', withParents('other', '2027-01-21', ['father']), true],
    [
      'the father on the same day, which counts once anyway',
      withParents('other', '2027-02-03', ['father']),
      false,
    ],
    ['both parents', withParents('other', '2027-02-05', ['father', 'mother']), false],
    ['nobody', withParents('other', '2027-02-05', []), false],
    [
      'the father in a round already',
      withParents('other', '2027-02-05', ['father'], { roundId: 'spring' }),
      false,
    ],
    ['the father, booked', withParents('other', '2027-02-05', ['father'], { status: 'booked' }), true],
    ['the father, cancelled', withParents('other', '2027-02-05', ['father'], { status: 'cancelled' }), false],
  ])('%s', (_what, other, expected) => {
    expect(possibleRound(mine, [mine, other], yearOf2026)).toEqual(expected ? other : null)
  })
})
