import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { doNotePolicy } from './policy'

const staff = ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']

it('is read and written by whoever teaches or supports the pupil, an assistant too (6.52)', () => {
  expect(whoMay((actor) => doNotePolicy.read(actor, amira))).toEqual(staff)
  expect(whoMay((actor) => doNotePolicy.write(actor, amira))).toEqual(staff)
})
