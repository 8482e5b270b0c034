import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { suggestedOnProblem, type SuggestionLine, unanswered } from './rules'

const day = isoDate('2026-11-20')
const answer = { answer: 'tried', takenAs: null, reason: 'In spring', by: 'Tom Whitfield', on: day } as const
const line = (id: string, over: Partial<SuggestionLine> = {}): SuggestionLine => ({
  ...{ id, from: 'Farah Khan', saidOn: day, words: 'A quiet place', answers: [] },
  ...over,
})

describe('suggestions of a family (P19)', () => {
  it('wait for an answer, unless the parent had none in mind', () => {
    const given = [line('a'), line('b', { words: null }), line('c', { answers: [answer] })]
    expect(unanswered(given).map(({ id }) => id)).toEqual(['a'])
  })

  it.each([
    ['2026-11-19', null],
    ['2026-11-20', null],
    ['2026-11-21', 'The day it was said must be today or in the past'],
  ])('of %s, asked on 20 November: %s', (saidOn, problem) => {
    expect(suggestedOnProblem(isoDate(saidOn), day)).toBe(problem)
  })
})
