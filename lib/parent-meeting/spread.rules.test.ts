import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { anyPupil } from './arbitrary.fixture'
import { explainedStanding } from './rules'
import { spreadOf } from './spread.rules'
import { spreadSentences } from './spread.words'
import { held, period, pupilOn, yearOf2026 } from './standing.fixture'

const names = ['Autumn', 'Spring', 'Summer']
const terms = yearOf2026.terms.map((term, place) => ({ ...term, name: names[place] ?? '' }))

const said = (today: string, days: readonly string[], over: Parameters<typeof pupilOn>[2] = {}) => {
  const input = pupilOn(
    today,
    days.map((on) => held(on)),
    over,
  )
  const { standing, reasons } = explainedStanding(input)
  return [standing.state, ...spreadSentences(spreadOf({ ...input, terms }, reasons.heldOn))]
}

const CODE =
  'The Code counts the year, so the state stays as it is; one guide for parents asks for one each term.'

describe('meetings bunched in one term are pointed out beside the state, which stays', () => {
  it.each([
    [
      'three in one autumn meet 6.65, and nothing is to come',
      said('2026-12-10', ['2026-09-15', '2026-10-14', '2026-11-20']),
      ['met', `Three were in the autumn term and none in the spring term and the summer term. ${CODE}`],
    ],
    [
      'two in the autumn say nothing while the spring has not begun',
      said('2026-12-10', ['2026-09-15', '2026-11-20']),
      ['on-track'],
    ],
    [
      'two in the autumn, none in the spring so far',
      said('2027-02-10', ['2026-09-15', '2026-11-20']),
      ['on-track', `Two were in the autumn term and none in the spring term. ${CODE}`],
    ],
    ['one in each term', said('2027-07-01', ['2026-10-14', '2027-02-03', '2027-06-09']), ['met']],
    [
      'one in the Christmas holidays is of the autumn',
      said('2027-07-22', ['2026-10-14', '2026-12-28', '2027-02-03']),
      ['met', `Two were in the autumn term and none in the summer term. ${CODE}`],
    ],
    [
      'a term the pupil was not here for is not asked',
      said('2027-07-01', ['2027-02-10', '2027-05-12'], { inScope: [period('2027-01-06')] }),
      ['part-year-met'],
    ],
    [
      'thirteen days apart',
      said('2027-07-01', ['2026-10-14', '2027-02-03', '2027-02-16', '2027-06-09']),
      ['met', 'The meetings of 3 February and 16 February are 13 days apart. Both count.'],
    ],
    [
      'fourteen days apart',
      said('2027-07-01', ['2026-10-14', '2027-02-03', '2027-02-17', '2027-06-09']),
      ['met'],
    ],
  ])('%s', (_why, sentences, expected) => {
    expect(sentences).toEqual(expected)
  })
  it('says a term without a name by its place', () => {
    const input = pupilOn('2027-02-10')
    expect(spreadSentences(spreadOf(input, ['2026-09-15', '2026-11-20'] as IsoDate[]))[0]).toMatch(
      /^Two were in the first term and none in the second term\./,
    )
  })
  it('never has more in its terms than are held', () => {
    fc.assert(
      fc.property(anyPupil, (pupil) => {
        const { heldOn } = explainedStanding(pupil).reasons
        const { bunchedIn, without } = spreadOf(pupil, heldOn)
        expect(bunchedIn?.held ?? 0).toBeLessThanOrEqual(heldOn.length)
        expect(without.every(({ held: count }) => count === 0)).toBe(true)
      }),
    )
  })
})
