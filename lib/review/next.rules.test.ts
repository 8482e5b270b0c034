import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { isAchieved, opensNextCycle, OUTCOME_RATINGS, REVIEW_DECISIONS } from './decision.rules'
import { carriedOn, nextReviewDueProblem, nextStartsOnProblem } from './next.rules'
import { heldWords, ratingsLine } from './words'

describe('what goes on into the next cycle', () => {
  const plan = {
    outcomes: [{ id: 'words' }, { id: 'help' }, { id: 'story' }],
    provisions: [
      { id: 'precision', outcomeIds: ['words'] },
      { id: 'card', outcomeIds: ['help'] },
      { id: 'talk', outcomeIds: ['help', 'story'] },
    ],
  }

  it('is what was not reached, and the provision that was for it', () => {
    const ratings = { words: { rating: -1 }, help: { rating: 0 }, story: { rating: -2 } } as const
    expect(carriedOn({ ...plan, ratings })).toEqual({
      outcomes: [{ id: 'words' }, { id: 'story' }],
      provisions: [
        { id: 'precision', outcomeIds: ['words'] },
        { id: 'talk', outcomeIds: ['story'] },
      ],
    })
  })

  it('is nothing where all was reached', () => {
    const ratings = { words: { rating: 0 }, help: { rating: 1 }, story: { rating: 2 } } as const
    expect(carriedOn({ ...plan, ratings })).toEqual({ outcomes: [], provisions: [] })
  })

  it('is what continues, whatever its rating, without provision that stops', () => {
    const ratings = {
      words: { rating: -1, lifecycle: 'stopped' },
      help: { rating: 1, lifecycle: 'continuing' },
      story: { rating: 0, lifecycle: 'achieved' },
    } as const
    expect(carriedOn({ ...plan, ratings, verdicts: { talk: { decision: 'stop' } } })).toEqual({
      outcomes: [{ id: 'help' }],
      provisions: [{ id: 'card', outcomeIds: ['help'] }],
    })
  })

  it('counts as expected or better as reached', () => {
    expect(OUTCOME_RATINGS.map(isAchieved)).toEqual([false, false, true, true, true])
  })

  it('is a cycle of its own unless support is no longer needed', () => {
    expect(REVIEW_DECISIONS.filter((decision) => !opensNextCycle(decision))).toEqual(['step-down'])
  })
})

describe('the dates of the next cycle', () => {
  const held = isoDate('2026-12-04')
  it.each([
    ['2026-12-04', null],
    ['2027-01-05', null],
    [
      '2026-12-03',
      'The first day of the next cycle must be on or after 4 December 2026, when the review was held',
    ],
  ])('first day %s', (day, problem) => {
    expect(nextStartsOnProblem(isoDate(day), held)).toBe(problem)
  })

  it.each([
    ['2027-01-06', '2027-01-05', null],
    [
      '2027-01-05',
      '2027-01-05',
      'The next review date must be after 5 January 2027, when the next cycle begins',
    ],
    ['2026-12-05', '2026-12-05', 'The next review date must be after today'],
    ['2026-12-06', '2026-12-04', null],
  ])('review on %s of a cycle from %s', (due, starts, problem) => {
    expect(nextReviewDueProblem(isoDate(due), isoDate(starts), isoDate('2026-12-05'))).toBe(problem)
  })
})

it.each([
  [0, 'Reviewed by the agreed day'],
  [1, 'Reviewed 1 day late'],
  [19, 'Reviewed 19 days late'],
])('%i days late is said for ever', (days, words) => {
  expect(heldWords(days)).toBe(words)
})

it('says how the outcomes went in one line', () => {
  expect(ratingsLine({ less: 1, asExpected: 1, more: 1 })).toBe('2 of 3 outcomes as expected or better')
  expect(ratingsLine({ less: 1, asExpected: 0, more: 0 })).toBe('0 of 1 outcome as expected or better')
})
