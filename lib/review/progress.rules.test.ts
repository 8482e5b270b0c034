import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { TermCalendar } from '@/lib/calendar/school-days'
import { needsUnchangedReason } from './decision.rules'
import { type Involvement, isBelowExpected, progressPrompt, type ReviewedCycle } from './progress.rules'
import { missingViews, type ReviewViews } from './views.rules'

describe('isBelowExpected (R25): half or more of at least two outcomes', () => {
  it.each([
    [[], false, 'no outcomes'],
    [[-2], false, 'one outcome says little'],
    [[-1, 0], true, 'exactly half'],
    [[-1, 0, 0], false, 'a third'],
    [[-1, -2, 0], true, 'two of three'],
    [[0, 0], false, 'as expected'],
    [[2, 2, -1, -1], true, 'half, in spite of the rest'],
  ])('%j: %s, %s', (ratings, below) => {
    expect(isBelowExpected(ratings)).toBe(below)
  })
})

const calendar: TermCalendar = {
  termSchoolDays: 75,
  terms: [
    { firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
    { firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
    { firstDay: isoDate('2027-04-12'), lastDay: isoDate('2027-07-21') },
  ],
  closedDays: [],
}
const cycle = (startedOn: string, heldOn: string, ratings: number[]): ReviewedCycle => ({
  startedOn: isoDate(startedOn),
  heldOn: isoDate(heldOn),
  ratings,
})
const autumn = (ratings: number[]) => cycle('2026-09-07', '2026-12-04', ratings)
const spring = (ratings: number[]) => cycle('2026-12-07', '2027-03-12', ratings)
const asked = (requestedOn: string, over: Partial<Record<keyof Involvement, string>> = {}): Involvement => ({
  requestedOn: isoDate(requestedOn),
  firstSeenOn: over.firstSeenOn ? isoDate(over.firstSeenOn) : null,
  reportReceivedOn: over.reportReceivedOn ? isoDate(over.reportReceivedOn) : null,
})
const poor = [-1, -1, 0]
const fine = [0, 1, -1]

describe('progressPrompt (R25, R26; 6.58, 6.59)', () => {
  const today = '2027-03-15'
  const first = { rule: 'R25', since: '2027-03-12' }
  const second = { rule: 'R26', since: '2027-03-12' }
  it.each<[string, ReviewedCycle[], Involvement[], string, object | null]>([
    ['no review yet', [], [], today, null],
    ['one slow cycle', [spring(poor)], [], today, first],
    ['one slow cycle after a good one', [spring(poor), autumn(fine)], [], today, first],
    ['two slow cycles in a row', [spring(poor), autumn(poor)], [], today, second],
    ['a slow cycle and then a good one', [spring(fine), autumn(poor)], [], today, null],
    ['one outcome only', [spring([-2]), autumn(poor)], [], today, null],
    ['a slow one, then too few outcomes before it', [spring(poor), autumn([-2])], [], today, first],
    [
      'a specialist asked during the second',
      [spring(poor), autumn(poor)],
      [asked('2027-02-01')],
      today,
      null,
    ],
    ['asked on the day the first began', [spring(poor), autumn(poor)], [asked('2026-12-08')], today, null],
    ['asked before the first began', [spring(poor), autumn(poor)], [asked('2026-09-06')], today, second],
    [
      'asked before it, seen since',
      [spring(poor), autumn(poor)],
      [asked('2026-07-01', { firstSeenOn: '2026-11-02' })],
      today,
      null,
    ],
    [
      'asked before it, reported since',
      [spring(poor), autumn(poor)],
      [asked('2026-07-01', { firstSeenOn: '2026-08-01', reportReceivedOn: '2026-10-01' })],
      today,
      null,
    ],
    [
      'asked more than a term ago and nobody came',
      [spring(poor), autumn(poor)],
      [asked('2026-10-01')],
      '2027-03-20',
      second,
    ],
    ['asked for the first of one slow cycle', [spring(poor)], [asked('2027-01-10')], today, null],
    ['asked before the one slow cycle', [spring(poor)], [asked('2026-11-10')], today, first],
  ])('%s', (_what, cycles, involvements, on, expected) => {
    expect(progressPrompt(cycles, involvements, calendar, isoDate(on))).toEqual(expected)
  })

  it('counts a request as on its way for a term of the school and no longer', () => {
    const cycles = [spring(poor), autumn(poor)]
    // the 75th school day after 7 September 2026
    expect(progressPrompt(cycles, [asked('2026-09-07')], calendar, isoDate('2027-01-04'))).toBeNull()
    expect(progressPrompt(cycles, [asked('2026-09-07')], calendar, isoDate('2027-01-06'))).toEqual(second)
    const short = { ...calendar, termSchoolDays: 60 }
    expect(progressPrompt(cycles, [asked('2026-09-07')], short, isoDate('2027-01-04'))).toEqual(second)
  })
})

describe('needsUnchangedReason: no closing on "no progress, no decision" (P62)', () => {
  const same = {
    ratings: poor,
    provisions: [{ decision: 'continue' as const }],
    decision: 'continue' as const,
    unchangedReason: null,
  }
  it.each([
    ['little progress and all the same', {}, true],
    ['said why', { unchangedReason: 'Begun late' }, false],
    ['another decision', { decision: 'involve-specialist' as const }, false],
    ['one provision is adjusted', { provisions: [{ decision: 'adjust' as const }] }, false],
    ['good progress', { ratings: fine }, false],
  ])('%s', (_what, over, needs) => {
    expect(needsUnchangedReason({ ...same, ...over })).toBe(needs)
  })
})

describe('missingViews (R17)', () => {
  const all: ReviewViews = {
    ...{ parentViews: 'Calmer', parentInvited: 0, pupilViews: 'I like it', pupilViewsMissing: null },
    ...{ parentLater: false, pupilLater: false },
  }
  it.each<[string, Partial<ReviewViews>, string[]]>([
    ['both said something', {}, []],
    ['no parent, never invited', { parentViews: null }, ['parent']],
    ['no parent, invited once', { parentViews: null, parentInvited: 1 }, ['parent']],
    ['no parent, invited twice', { parentViews: null, parentInvited: 2 }, []],
    ['no parent then, but later', { parentViews: null, parentLater: true }, []],
    ['no pupil, and no reason', { pupilViews: null }, ['pupil']],
    ['no pupil, with a reason', { pupilViews: null, pupilViewsMissing: 'Away ill' }, []],
    ['no pupil then, but later', { pupilViews: null, pupilLater: true }, []],
    ['neither', { parentViews: null, pupilViews: null }, ['parent', 'pupil']],
  ])('%s', (_what, over, missing) => {
    expect(missingViews({ ...all, ...over })).toEqual(missing)
  })
})
