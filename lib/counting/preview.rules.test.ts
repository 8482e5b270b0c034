import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { anyPupil } from '@/lib/parent-meeting/arbitrary.fixture'
import type { CountableMeeting } from '@/lib/parent-meeting/counting.rules'
import type { MeetingFacts } from '@/lib/parent-meeting/facts.rules'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import { booked, held, yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import { type Counting, differences, effectOf } from './preview.rules'
import { changeWords, countingSentences, differenceSentences, effectWords, fromWords } from './words'

const usual: Counting = {
  phoneCounts: true,
  proRata: true,
  includeEhcPlan: true,
  includeNursery: true,
  warnSchoolDays: 10,
}
const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, ...usual } }

const pupil = (
  meetings: readonly CountableMeeting[],
  over: Partial<MeetingFacts> & { status?: string; from?: string } = {},
): MeetingFacts => ({
  dateOfBirth: isoDate('2018-05-03'),
  statuses: [{ status: over.status ?? 'sen-support', from: isoDate(over.from ?? '2025-09-01'), until: null }],
  ...over,
  meetings,
})

const everyone = [
  pupil([held('2026-10-14', { format: 'phone' }), held('2027-02-03')]),
  pupil([held('2026-10-14', { format: 'phone' })], { status: 'ehc-plan' }),
  pupil([held('2027-02-10')], { from: '2027-01-06' }),
  pupil([], { dateOfBirth: isoDate('2023-05-03') }),
  pupil([booked('2027-03-22')], { from: '2027-01-06' }),
]
const today = isoDate('2027-03-16')
const effect = (over: Partial<Counting>) => effectOf(everyone, calendar, { ...usual, ...over }, today)

describe('what other settings would make of today’s numbers', () => {
  it.each([
    ['the same', {}, []],
    ['phone does not count', { phoneCounts: false }, [{ from: 'on-track', to: 'at-risk', pupils: 1 }]],
    [
      'EHC plans are left out',
      { includeEhcPlan: false },
      [{ from: 'at-risk', to: 'not-in-scope', pupils: 1 }],
    ],
    ['nursery is left out', { includeNursery: false }, [{ from: 'at-risk', to: 'not-in-scope', pupils: 1 }]],
    [
      'fewer days before the end of term: the spring’s meeting is not due yet on 16 March',
      { warnSchoolDays: 5 },
      [{ from: 'at-risk', to: 'on-track', pupils: 1 }],
    ],
  ])('%s', (_what, over, changes) => {
    expect(effect(over).changes).toEqual(changes)
    expect(effect(over).changed).toBe(changes.length)
  })
  it('names what differs, in the order it is asked', () => {
    expect(differences(usual, { ...usual, warnSchoolDays: 5, phoneCounts: false })).toEqual([
      'phoneCounts',
      'warnSchoolDays',
    ])
  })
  it('is none where nothing differs, for anyone', () => {
    fc.assert(
      fc.property(anyPupil, ({ meetings, inScope, today: day }) => {
        const facts = pupil(meetings, {
          statuses: inScope.map((period) => ({ ...period, status: 'sen-support' })),
        })
        expect(effectOf([facts], calendar, usual, day)).toMatchObject({ changed: 0, changes: [] })
      }),
    )
  })
})

describe('the words of it', () => {
  it.each([
    [
      changeWords({ from: 'on-track', to: 'at-risk', pupils: 12 }),
      '12 pupils would become At risk, who are On track today',
    ],
    [
      changeWords({ from: 'at-risk', to: 'met', pupils: 1 }),
      '1 pupil would become Met, who is At risk today',
    ],
    [
      effectWords({ pupils: 40, changed: 12, changes: [], fewer: { now: 30, then: 33 } }),
      '12 pupils of 40 would stand in another state today. 33 would have had fewer than the Code says, instead of 30.',
    ],
    [
      effectWords({ pupils: 1, changed: 0, changes: [], fewer: { now: 1, then: 1 } }),
      'No pupil’s state would change today, of 1 pupil. As many as now, 1, would have had fewer than the Code says.',
    ],
    [fromWords(isoDate('2026-11-22')), 'From 22 November 2026'],
    [differenceSentences(usual, usual).join(' '), ''],
    [
      differenceSentences(usual, { ...usual, phoneCounts: false, warnSchoolDays: 1 }).join(' '),
      'A meeting by phone does not count. A term’s meeting is due when 1 school day of it is left.',
    ],
    [
      countingSentences({
        phoneCounts: false,
        proRata: false,
        includeEhcPlan: false,
        includeNursery: false,
        warnSchoolDays: 10,
      }).join(' '),
      'A meeting by phone does not count. The whole number is expected of every pupil, whatever part of the year they are here. Pupils with an EHC plan are not counted. Pupils in nursery are not counted. A term’s meeting is due when 10 school days of it are left.',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})
