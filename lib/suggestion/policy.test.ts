import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { suggestionPolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']

it('shows what a family suggests to those who work with the pupil', () => {
  expect(whoMay((actor) => suggestionPolicy.read(actor, amira))).toEqual([
    ...teachers,
    'an assistant of the pupil',
  ])
})

it('lets a teacher of the pupil and those who lead the school ask, and answer', () => {
  expect(whoMay((actor) => suggestionPolicy.write(actor, amira))).toEqual(teachers)
})
