import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { observationPolicy } from './policy'

const staff = ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']

it('is read and written by whoever teaches or supports the pupil, an assistant too (6.45)', () => {
  expect(whoMay((actor) => observationPolicy.read(actor, amira))).toEqual(staff)
  expect(whoMay((actor) => observationPolicy.write(actor, amira))).toEqual(staff)
})

it('is put right by who wrote it, while they work with the pupil, or by the SENCO', () => {
  expect(whoMay((actor) => observationPolicy.correct(actor, { ...amira, writtenById: 'm1' }))).toEqual(staff)
  expect(whoMay((actor) => observationPolicy.correct(actor, { ...amira, writtenById: 'm2' }))).toEqual([
    'the SENCO',
  ])
})
