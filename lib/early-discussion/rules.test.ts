import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import {
  adviceMissing,
  discussedOnProblem,
  earlyMissing,
  type EarlyInput,
  noteGivenProblem,
  phaseOf,
} from './rules'

const calendar = {
  terms: [
    { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
    { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
  ],
  closedDays: [],
}
const today = isoDate('2026-11-20')
const note = (heldOn: string, ...givenTo: string[]) => ({ id: heldOn, heldOn: isoDate(heldOn), givenTo })

const input = (over: Partial<EarlyInput> = {}): EarlyInput => ({
  status: { kind: 'sen-support', from: isoDate('2026-11-02') },
  previousUntil: null,
  recordedHereOn: isoDate('2026-09-01'),
  discussions: [],
  parents: ['mother', 'father'],
  today,
  calendar,
  ...over,
})

describe('earlyMissing (R03)', () => {
  it.each<[string, Partial<EarlyInput>, 'no-note' | 'not-given' | null]>([
    ['nobody has written one', {}, 'no-note'],
    ['not given to anybody', { discussions: [note('2026-11-02')] }, 'not-given'],
    ['given to one of two', { discussions: [note('2026-11-02', 'mother')] }, 'not-given'],
    ['given to both', { discussions: [note('2026-11-02', 'mother', 'father')] }, null],
    [
      'each of two parents has their own talk and its note',
      { discussions: [note('2026-11-02', 'mother'), note('2026-11-04', 'father')] },
      null,
    ],
    [
      'the talk was before SEN support began',
      { discussions: [note('2026-09-10', 'mother', 'father')] },
      null,
    ],
    [
      'the note is of an earlier time on the register',
      { previousUntil: isoDate('2026-09-15'), discussions: [note('2026-09-10', 'mother', 'father')] },
      'no-note',
    ],
    [
      'a restricted parent is not among those who should have it',
      { parents: ['mother'], discussions: [note('2026-11-02', 'mother')] },
      null,
    ],
    ['nobody on record who may have it', { parents: [], discussions: [note('2026-11-02')] }, null],
    ['nobody on record, and no note', { parents: [] }, 'no-note'],
    ['an EHC plan', { status: { kind: 'ehc-plan', from: isoDate('2026-11-02') } }, null],
    ['not on the register', { status: null }, null],
    ['SEN support still to begin', { status: { kind: 'sen-support', from: isoDate('2026-11-21') } }, null],
  ])('%s', (_why, over, what) => {
    expect(earlyMissing(input(over))?.what ?? null).toBe(what)
  })

  it.each<[string, string, string, boolean]>([
    ['2026-11-02', '2026-09-01', '2026-11-20', false],
    ['2026-09-01', '2026-09-01', '2026-11-20', false],
    ['2025-09-01', '2026-09-01', '2026-11-26', true],
    ['2025-09-01', '2026-09-01', '2026-11-27', true],
    ['2025-09-01', '2026-09-01', '2026-11-30', false],
  ] as const)('since %s, recorded here on %s, on %s: a prompt %s', (from, recordedHereOn, on, isPrompt) => {
    const asked = input({
      status: { kind: 'sen-support', from: isoDate(from) },
      recordedHereOn: isoDate(recordedHereOn),
      today: isoDate(on),
    })
    expect(earlyMissing(asked)?.isPrompt).toBe(isPrompt)
  })

  it('points at the latest note, and counts from it', () => {
    const asked = input({ discussions: [note('2026-11-02'), note('2026-11-16')] })
    expect(earlyMissing(asked)).toEqual({
      what: 'not-given',
      discussionId: '2026-11-16',
      since: '2026-11-16',
      schoolDays: 4,
      isPrompt: false,
    })
  })
})

describe('the advice service (R04)', () => {
  it.each([
    [-2, 'primary', 'early-years'],
    [0, 'primary', 'early-years'],
    [1, 'primary', 'primary'],
    [6, 'primary', 'primary'],
    [7, 'primary', 'secondary'],
    [11, 'secondary', 'secondary'],
    [12, 'secondary', 'post-16'],
    [null, 'secondary', 'secondary'],
    [null, 'nursery', 'early-years'],
    [null, 'all-through', 'primary'],
  ] as const)('year %s of a %s school is %s', (year, school, phase) => {
    expect(phaseOf(year, school)).toBe(phase)
  })

  it('is told once in each phase, on SEN support', () => {
    const support = { kind: 'sen-support' as const }
    expect(adviceMissing(support, 'primary', [])).toBe(true)
    expect(adviceMissing(support, 'secondary', ['primary'])).toBe(true)
    expect(adviceMissing(support, 'primary', ['primary'])).toBe(false)
    expect(adviceMissing({ kind: 'ehc-plan' }, 'primary', [])).toBe(false)
    expect(adviceMissing(null, 'primary', [])).toBe(false)
  })
})

it('days lie between the talk and today', () => {
  const next = isoDate('2026-11-21') satisfies IsoDate
  expect(discussedOnProblem(today, today)).toBeNull()
  expect(discussedOnProblem(next, today)).toBe('The day of the discussion must be today or in the past')
  expect(noteGivenProblem(today, today, today)).toBeNull()
  expect(noteGivenProblem(next, today, today)).toBe('The day must be today or in the past')
  expect(noteGivenProblem(isoDate('2026-11-19'), today, today)).toBe(
    'The day must be on or after 20 November 2026, the day of the discussion',
  )
})
