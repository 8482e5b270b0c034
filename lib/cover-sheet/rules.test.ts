import { expect, it } from 'vitest'
import type { LineKind } from '@/lib/plan-line/rules'
import { coverPupils } from './rules'

const line = (kind: LineKind) => ({
  ...{ id: kind, version: 1, kind, words: kind },
  ...{ about: null, who: null, howOften: null },
})
const nadia = { pupilId: 'nadia', name: 'Nadia Aziz', inEveryLesson: 'One instruction at a time' }

it('tells whoever covers the need and what to do, what helps in the moment first, and not what home does', () => {
  const lines = {
    nadia: [
      line('at-home'),
      line('adjustment'),
      line('strategy'),
      line('what-to-do-when'),
      line('quiet-place'),
    ],
  }
  const [pupil] = coverPupils([nadia], { needs: { nadia: ['Hearing impairment'] }, lines })
  expect(pupil).toMatchObject({ ...nadia, needs: ['Hearing impairment'] })
  expect(pupil?.lines.map(({ kind }) => kind)).toEqual([
    'what-to-do-when',
    'quiet-place',
    'strategy',
    'adjustment',
  ])
})

it('keeps a pupil of whom nothing is written', () => {
  expect(coverPupils([{ ...nadia, inEveryLesson: null }], { needs: {}, lines: {} })).toEqual([
    { ...nadia, inEveryLesson: null, needs: [], lines: [] },
  ])
})
