import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { reviewPolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']

it('is read on staff pages by those who teach or support the pupil', () => {
  expect(whoMay((actor) => reviewPolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})

it('is recorded by a teacher of the pupil and those who lead the school (6.54)', () => {
  expect(whoMay((actor) => reviewPolicy.record(actor, amira))).toEqual(teachers)
})

it('is moved to another day by those who hold it, and ended for good by those who lead the school (6.14)', () => {
  expect(whoMay((actor) => reviewPolicy.move(actor, amira))).toEqual(teachers)
  expect(whoMay((actor) => reviewPolicy.stepDown(actor, amira))).toEqual(['the SENCO', 'the headteacher'])
})

it('is done as a round by teachers and those who lead the school, each with their own pupils', () => {
  expect(whoMay((actor) => reviewPolicy.round(actor))).toEqual([
    'the SENCO',
    'the headteacher',
    'a teacher of the pupil',
    'another teacher',
    'the SENCO of another school',
  ])
})
