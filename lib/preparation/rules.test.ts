import { describe, expect, it } from 'vitest'
import { type Step, type StepFacts, stepsOpen } from './rules'

const ready: StepFacts = {
  hasLeader: true,
  asked: 2,
  invited: 2,
  answered: 2,
  points: 1,
  views: 1,
  pupilComes: false,
  hasPapers: true,
}

describe('what is still open before a meeting', () => {
  it.each([
    ['nothing, when all is done', {}, []],
    ['who leads', { hasLeader: false }, ['leader']],
    ['one of two parents is not invited', { invited: 1, answered: 1 }, ['invite']],
    ['one of two parents has not answered', { answered: 1 }, ['answers']],
    ['the parents have said nothing yet', { points: 0 }, ['parents']],
    ['no parent is asked: a young person is met alone', { asked: 0, invited: 0, answered: 0, points: 0 }, []],
    ['the pupil was not heard', { views: 0 }, ['pupil']],
    ['a pupil who comes speaks for themselves', { views: 0, pupilComes: true }, []],
    ['no papers are named', { hasPapers: false }, ['papers']],
    [
      'everything, in the order it is done',
      { hasLeader: false, invited: 0, answered: 0, points: 0, views: 0, hasPapers: false },
      ['leader', 'invite', 'parents', 'pupil', 'papers'],
    ],
  ] satisfies [string, Partial<StepFacts>, Step[]][])('%s', (_what, over, open) => {
    expect(stepsOpen({ ...ready, ...over })).toEqual(open)
  })
})
