import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { provisionPolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']

it('shows provisions on staff pages to those who teach or support the pupil', () => {
  expect(whoMay((actor) => provisionPolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})

it('lets a teacher of the pupil and those who lead the school write, never an assistant (6.36)', () => {
  expect(whoMay((actor) => provisionPolicy.write(actor, amira))).toEqual(teachers)
})
