import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type FlaggableMeeting, meetingFlags } from './owed.rules'
import {
  arrangedOnProblem,
  dueAfter,
  givenOnProblem,
  heldOnProblem,
  isSenDiscussion,
  partsMissing,
} from './record.rules'
import { yearOf2026 } from './standing.fixture'

const today = isoDate('2026-11-20')

describe('the day of a meeting', () => {
  it.each([
    ['2026-11-20', '15:30', null],
    ['2027-11-20', '15:30', null],
    ['2027-11-21', '15:30', 'on: Date of the meeting must be within the next 12 months'],
    ['2026-11-20', null, 'at: Enter the time the meeting starts'],
    ['2026-11-19', null, null],
    ['2014-09-01', null, null],
    ['2014-08-31', null, 'on: Date of the meeting must be on or after 1 September 2014'],
  ])('arranged for %s at %s: %s', (on, at, expected) => {
    const problem = arrangedOnProblem(isoDate(on), at, today)
    expect(problem && `${problem.field}: ${problem.message}`).toBe(expected)
  })
  it.each([
    ['2026-11-20', null],
    ['2026-11-21', 'Date the meeting was held must be today or in the past'],
    ['2014-08-31', 'Date the meeting was held must be on or after 1 September 2014'],
  ])('held on %s: %s', (on, expected) => {
    expect(heldOnProblem(isoDate(on), today)).toBe(expected)
  })
  it.each([
    ['2026-11-18', 'Date must be on or after the meeting, 19 November 2026'],
    ['2026-11-19', null],
    ['2026-11-20', null],
    ['2026-11-21', 'Date must be today or in the past'],
  ])('copy given on %s: %s', (on, expected) => {
    expect(givenOnProblem(isoDate(on), isoDate('2026-11-19'), today)).toBe(expected)
  })
})

describe('whether it is about SEN outcomes', () => {
  it.each([
    ['plan', false, true],
    ['review', false, true],
    ['annual-review', false, true],
    ['early-discussion', false, true],
    ['exit', false, true],
    ['parents-evening', false, false],
    ['parents-evening', true, true],
    ['other', false, false],
    ['other', true, true],
  ] as const)('%s, ticked %s: %s', (purpose, ticked, expected) => {
    expect(isSenDiscussion(purpose, ticked)).toBe(expected)
  })
})

describe('the parts of a record', () => {
  it('are those 6.65 names', () => {
    const record = {
      outcomesAgreed: 'a',
      supportAgreed: 'b',
      parentWillDo: 'c',
      pupilWillDo: null,
      schoolWillDo: null,
      nextMeeting: '14 January',
    }
    expect(partsMissing(record)).toEqual(['what the pupil will do', 'what the school will do'])
    expect(partsMissing({ ...record, pupilWillDo: 'd', schoolWillDo: 'e' })).toEqual([])
  })
})

describe('what a meeting owes', () => {
  const meeting: FlaggableMeeting = {
    status: 'held',
    on: isoDate('2026-10-14'),
    isLed: true,
    pupilPart: 'part',
    pupilPartNote: null,
    actualMinutes: 40,
    hasRecord: true,
    isSigned: true,
    copyDue: null,
    stepsToDo: [],
    withoutCopy: [],
  }
  const flags = (over: Partial<FlaggableMeeting>, on: string) =>
    meetingFlags({ ...meeting, ...over }, yearOf2026, isoDate(on)).map(
      ({ ruleId, message }) => `${ruleId} ${message}`,
    )

  it.each([
    [{}, '2027-06-01', []],
    [{ hasRecord: false, isSigned: false }, '2026-10-21', []],
    [
      { isSigned: false },
      '2026-10-22',
      ['R18 The record is written but not signed off; it was due by 21 October'],
    ],
    [
      { hasRecord: false, isSigned: false },
      '2026-10-22',
      ['R18 No record of what was agreed; it was due by 21 October'],
    ],
    [{ withoutCopy: ['Farah Khan'] }, '2026-11-05', []],
    [
      { withoutCopy: ['Farah Khan'] },
      '2026-11-06',
      ['R19 Farah Khan should have had a copy of the record by 5 November'],
    ],
    [
      { withoutCopy: ['A', 'B'] },
      '2026-11-06',
      ['R19 Two parents should have had a copy of the record by 5 November'],
    ],
    [{ stepsToDo: ['mis'] }, '2026-11-05', []],
    [{ stepsToDo: ['mis'] }, '2026-11-06', ['R20 The MIS should have been updated by 5 November']],
    [
      { stepsToDo: ['staff'] },
      '2026-11-06',
      ['R20 Staff who work with the pupil should have had the record by 5 November'],
    ],
    [
      { stepsToDo: ['staff', 'mis'] },
      '2026-11-06',
      ['R20 Staff should have had the record, and the MIS been updated, by 5 November'],
    ],
    // an amendment waits from its own day
    [{ withoutCopy: ['Farah Khan'], copyDue: isoDate('2026-12-01') }, '2026-12-01', []],
    [
      { withoutCopy: ['Farah Khan'], copyDue: isoDate('2026-12-01') },
      '2026-12-02',
      ['R19 Farah Khan should have had a copy of the record by 1 December'],
    ],
    [{ isLed: false }, '2026-10-14', ['R22 No teacher or SENCO led it']],
    [{ pupilPart: null }, '2026-10-14', ['R23 The pupil’s part is not recorded']],
    [
      { pupilPart: 'not-obtained' },
      '2026-10-14',
      ['R23 The pupil’s views were not obtained, and no reason is given'],
    ],
    [{ pupilPart: 'not-obtained', pupilPartNote: 'Ill that week' }, '2026-10-14', []],
    [{ actualMinutes: 20 }, '2026-10-14', []],
    [{ actualMinutes: 19 }, '2026-10-14', ['R24 It took 19 minutes; 30 are usual']],
    [{ status: 'no-show', hasRecord: false, isLed: false }, '2027-06-01', []],
  ] as const)('%j on %s', (over, on, expected) => {
    expect(flags(over, on)).toEqual(expected)
  })

  it('waits into the new year where the calendar ends first', () => {
    expect(dueAfter(yearOf2026, isoDate('2027-07-20'), 1)).toBe('2027-07-21')
    expect(dueAfter(yearOf2026, isoDate('2027-07-20'), 5)).toBe('2027-09-10')
  })
})
