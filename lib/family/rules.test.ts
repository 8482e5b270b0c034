import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { PlanProvision } from '@/lib/provision/rules'
import { type Pace, paceOf, parentsDecidedUntil, supportOf } from './rules'

const day = isoDate
const aim = (
  over: { latest?: string | null; on?: string; baseline?: string; target?: string; by?: string | null } = {},
) => {
  const { latest = '31 words', on = '2027-03-12', baseline = '16', target = '40', by = '2027-03-25' } = over
  return {
    baseline,
    baselineOn: day('2027-01-07'),
    target,
    by: by === null ? null : day(by),
    latest: latest === null ? null : { value: latest, on: day(on) },
  }
}

describe('paceOf', () => {
  it.each<[ReturnType<typeof aim>, Pace | null, string]>([
    [aim({ latest: null }), null, 'never measured'],
    [aim({ latest: 'better' }), null, 'not a number'],
    [aim({ latest: '40' }), 'reached', 'at the target'],
    [aim({ latest: '41' }), 'reached', 'past it'],
    [aim(), 'slower', 'five eighths of the way when five sixths of the time had gone'],
    [aim({ latest: '33' }), 'getting-there', 'a little behind the line'],
    [aim({ latest: '16', on: '2027-01-14' }), 'just-begun', 'no further, a week in'],
    [aim({ latest: '16' }), 'slower', 'no further, ten weeks in'],
    [aim({ latest: '12', by: null }), 'just-begun', 'no day to be reached by'],
    [aim({ baseline: '10', target: '2', latest: '4' }), 'getting-there', 'walked downwards'],
    [aim({ latest: '31', on: '2027-06-01' }), 'slower', 'measured after the day'],
  ])('%j is %s: %s', (outcome, pace) => {
    expect(paceOf(outcome)).toBe(pace)
  })
})

describe('parentsDecidedUntil', () => {
  // Turns 16 in the school year 2025 to 2026: the last Friday in June is 26 June 2026.
  it.each([
    ['2010-03-10', '2026-06-26', null],
    ['2010-03-10', '2026-06-27', '2026-06-26'],
    ['2018-05-03', '2026-11-20', null],
  ])('born on %s, on %s: %s', (born, today, until) => {
    expect(parentsDecidedUntil(day(born), day(today))).toBe(until)
  })
})

describe('supportOf', () => {
  const provision = (over: Partial<PlanProvision>): PlanProvision => ({
    id: 'p',
    version: 1,
    what: 'Talk Time',
    deliveredById: null,
    delivererWords: null,
    deliverer: null,
    place: null,
    groupSize: 6,
    outcomeIds: ['o'],
    ...{ catalogueEntryId: null, form: null, wave: null, additional: true, fromOutside: false },
    ...{ alsoGivenBy: [], equipment: null, inPlaceOn: null, care: false },
    minutes: 20,
    perWeek: 2,
    from: null,
    until: null,
    lastNoteOn: null,
    delivery: {
      planned: 18,
      plannedMinutes: null,
      given: 14,
      partly: 2,
      notGiven: 1,
      minutes: 300,
      from: null,
    },
    ...over,
  })
  const people = new Map([
    [
      'm',
      {
        id: 'm',
        name: 'Mrs Pickering',
        fullName: 'Mrs Joan Pickering',
        role: 'teaching-assistant' as const,
        jobTitle: null,
      },
    ],
  ])

  it('names a member of staff as families do, and counts a session given in part', () => {
    const support = supportOf(provision({ deliveredById: 'm', deliverer: 'Joan Pickering' }), people)
    expect(support.who).toEqual({ name: 'Mrs Pickering', fullName: 'Mrs Joan Pickering', isFromSchool: true })
    expect(support.happened).toEqual({ given: 16, notGiven: 1, planned: 18 })
  })

  it('says whether someone in words is of the school (P28)', () => {
    expect(
      supportOf(provision({ deliverer: 'NHS speech therapist', fromOutside: true }), people).who,
    ).toEqual({
      name: 'NHS speech therapist',
      fullName: 'NHS speech therapist',
      isFromSchool: false,
    })
  })

  it('names nobody where nobody is named', () => {
    expect(supportOf(provision({}), people).who).toBeNull()
  })
})
