import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import { anyMeeting, goodMeeting } from '@/lib/parent-meeting/arbitrary.fixture'
import { parentMeetingStanding } from '@/lib/parent-meeting/rules'
import { booked, held } from '@/lib/parent-meeting/standing.fixture'
import { thePupil } from './forecast.fixture'
import { counted, type ForecastPupil } from './rules'
import { whatIf, type WhatIf } from './what-if.rules'
import { answerWords, groundsWords } from './words'

const today = '2027-06-16'
const july = isoDate('2027-07-07')
const two = [held('2026-10-14'), held('2027-02-03')]

/** Twelve who need one, two who need two, one with a meeting booked, one who has three. */
const everyone: ForecastPupil[] = [
  ...Array.from({ length: 12 }, (_, n) => thePupil(`one ${n}`, today, two)),
  ...Array.from({ length: 2 }, (_, n) => thePupil(`two ${n}`, today, two.slice(0, 1))),
  thePupil('booked', today, [...two, booked('2027-06-30')]),
  thePupil('met', today, [...two, held('2027-05-12')]),
]
const twelve = Array.from({ length: 12 }, (_, n) => `one ${n}`)

const asked = (over: Partial<WhatIf> = {}): WhatIf => ({
  whose: 'chosen',
  chosen: twelve,
  by: july,
  howMany: 'one',
  withBooked: true,
  ...over,
})
const said = (over: Partial<WhatIf> = {}) => {
  const answer = whatIf(everyone, asked(over))
  return [answerWords(answer), ...groundsWords(answer)]
}
const BELOW = 'Below means at risk or not met on the day after.'

describe('what if', () => {
  it.each([
    [
      'these 12 by 7 July',
      {},
      [
        'If you hold these 12 and what is booked by 7 July, 2 pupils remain below.',
        '12 meetings for 12 pupils, each on a school day of its own.',
        'Without them it would be 14.',
        BELOW,
      ],
    ],
    [
      'these 12, and nothing that is booked',
      { withBooked: false },
      [
        'If you hold these 12 by 7 July, 3 pupils remain below.',
        '12 meetings for 12 pupils, each on a school day of its own.',
        'Without them it would be 15.',
        BELOW,
      ],
    ],
    [
      'only what is booked',
      { chosen: [] },
      ['If what is booked is held by 7 July, 14 pupils remain below.', 'No pupil is chosen.', BELOW],
    ],
    [
      'nothing at all',
      { chosen: [], withBooked: false },
      ['If nothing more is held by 7 July, 15 pupils remain below.', 'No pupil is chosen.', BELOW],
    ],
    [
      'everyone who needs one, as many as each needs',
      { whose: 'needing', howMany: 'all', withBooked: false },
      [
        'If you hold these 17 by 7 July, nobody remains below.',
        '17 meetings for 15 pupils, each on a school day of its own.',
        'Without them it would be 15.',
        BELOW,
      ],
    ],
    [
      'one for each at risk today, who each need two',
      { whose: 'behind' },
      [
        'If you hold these 2 and what is booked by 7 July, 14 pupils remain below.',
        '2 meetings for 2 pupils, each on a school day of its own.',
        BELOW,
      ],
    ],
    [
      'a single one',
      { chosen: ['one 3'] },
      [
        'If you hold this one and what is booked by 7 July, 13 pupils remain below.',
        '1 meeting for 1 pupil, each on a school day of its own.',
        'Without them it would be 14.',
        BELOW,
      ],
    ],
    [
      'today, for which two meetings do not fit',
      { chosen: ['two 0'], howMany: 'all', by: isoDate(today), withBooked: false },
      [
        'If you hold this one by 16 June, 1 pupil remains below.',
        '1 meeting for 1 pupil, each on a school day of its own.',
        'Without them it would be 2.',
        'For 1 pupil there are too few school days up to 16 June, so not all of theirs fit.',
        BELOW,
      ],
    ],
    [
      'a pupil of another school, or one who is not there',
      { chosen: ['somebody else'] },
      ['If what is booked is held by 7 July, 14 pupils remain below.', 'No pupil is chosen.', BELOW],
    ],
  ] as [string, Partial<WhatIf>, string[]][])('%s', (_what, over, expected) => {
    expect(said(over)).toEqual(expected)
  })

  it('says everyone’s state, with and without; together they are everyone', () => {
    const { before, after, remaining } = whatIf(everyone, asked())
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((all, count) => all + count, 0)
    expect([sum(before), sum(after)]).toEqual([16, 16])
    expect([before.met, after.met, after['at-risk'] + after['not-met']]).toEqual([2, 14, remaining.length])
  })

  const anyone = fc
    .array(fc.array(fc.oneof(anyMeeting, goodMeeting), { maxLength: 5 }), { minLength: 1, maxLength: 6 })
    .map((all) => all.map((meetings, n) => thePupil(String(n), '2027-02-10', meetings)))
  const anyQuestion = fc.record({
    whose: fc.constantFrom('chosen' as const, 'behind' as const, 'needing' as const),
    chosen: fc.subarray(['0', '1', '2', '3']),
    by: fc.integer({ min: 0, max: 200 }).map((n) => plusDays(isoDate('2027-02-10'), n)),
    howMany: fc.constantFrom('one' as const, 'all' as const),
    withBooked: fc.boolean(),
  })
  it('never leaves more below than without, and asks for nothing when nothing is thought of', () => {
    fc.assert(
      fc.property(anyone, anyQuestion, (pupils, question) => {
        const answer = whatIf(pupils, question)
        expect(answer.remaining.length).toBeLessThanOrEqual(answer.remainedWithout)
        const nothing = whatIf(pupils, { ...question, whose: 'chosen', chosen: [], withBooked: false })
        const plain = counted(pupils).map(({ input }) =>
          parentMeetingStanding({ ...input, today: plusDays(question.by, 1) }),
        )
        expect(nothing.remaining.length).toBe(
          plain.filter(({ state }) => state === 'at-risk' || state === 'not-met').length,
        )
      }),
      { numRuns: 500 },
    )
  })
})
