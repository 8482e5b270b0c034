import { expect, it } from 'vitest'
import { whoMay } from '@/tests/factories/actors'
import { draftPolicy } from './policy'

it('staff who write have drafts of their own; parents and governors send no form of staff', () => {
  expect(whoMay((actor) => draftPolicy.keep(actor, { schoolId: 'oak' }))).toEqual([
    'the SENCO',
    'the headteacher',
    'a teacher of the pupil',
    'another teacher',
    'an assistant of the pupil',
    'another assistant',
  ])
})
