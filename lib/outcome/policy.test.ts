import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { outcomePolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']

it('shows outcomes on staff pages to those who teach or support the pupil', () => {
  expect(whoMay((actor) => outcomePolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})

it('lets a teacher of the pupil and those who lead the school write, never an assistant (6.36)', () => {
  expect(whoMay((actor) => outcomePolicy.write(actor, amira))).toEqual(teachers)
})
