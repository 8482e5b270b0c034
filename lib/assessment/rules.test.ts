import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type AssessmentParts, assessmentGaps, saidOnProblem } from './rules'

const full: AssessmentParts = {
  kinds: ['teacher', 'progress'],
  parentViews: 'He reads to his sister at home.',
  pupilViews: 'I like it one to one.',
  pupilViewsHow: 'talked',
  strengths: 'Remembers stories',
  barriers: 'Blending sounds',
  summary: 'Speech and language',
}

describe('assessmentGaps (6.45)', () => {
  it('has nothing to say of a full assessment', () => {
    expect(assessmentGaps(full)).toEqual([])
  })

  it.each<[string, Partial<AssessmentParts>, string[]]>([
    ['no word of the teacher', { kinds: ['progress'] }, ['teacher']],
    ['no word of the parents (R06)', { parentViews: null }, ['parentViews']],
    ['the parents’ words among the sources', { parentViews: null, kinds: ['teacher', 'parent'] }, []],
    ['no word of the pupil (R06)', { pupilViews: null }, ['pupilViews']],
    ['a pupil who did not want to say', { pupilViews: null, pupilViewsHow: 'declined' }, []],
    ['the pupil’s words among the sources', { pupilViews: null, kinds: ['teacher', 'pupil'] }, []],
    [
      'no strengths, barriers or summary',
      { strengths: null, barriers: null, summary: null },
      ['strengths', 'barriers', 'summary'],
    ],
  ])('%s', (_what, over, parts) => {
    expect(assessmentGaps({ ...full, ...over }).map(({ part }) => part)).toEqual(parts)
  })
})

it('refuses what was said tomorrow', () => {
  const today = isoDate('2026-11-20')
  expect(saidOnProblem(today, today)).toBeNull()
  expect(saidOnProblem(isoDate('2026-11-21'), today)).toBe('The day it was said must be today or in the past')
})
