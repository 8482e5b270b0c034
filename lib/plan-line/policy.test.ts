import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { planLinePolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']

it('shows the lines on staff pages to those who teach or support the pupil', () => {
  expect(whoMay((actor) => planLinePolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})

it('lets a teacher of the pupil and those who lead the school write, never an assistant (6.36)', () => {
  expect(whoMay((actor) => planLinePolicy.write(actor, amira))).toEqual(teachers)
})
