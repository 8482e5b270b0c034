import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { doNotePolicy } from './policy'

const staff = ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']

it('is read and written by whoever teaches or supports the pupil, an assistant too (6.52)', () => {
  expect(whoMay((actor) => doNotePolicy.read(actor, amira))).toEqual(staff)
  expect(whoMay((actor) => doNotePolicy.write(actor, amira))).toEqual(staff)
})

it('is put right, and answered for, by who wrote it or by the SENCO', () => {
  for (const line of [doNotePolicy.correct, doNotePolicy.answer]) {
    expect(whoMay((actor) => line(actor, { ...amira, writtenById: 'm1' }))).toEqual(staff)
    expect(whoMay((actor) => line(actor, { ...amira, writtenById: 'm2' }))).toEqual(['the SENCO'])
  }
})

it('is asked about, and what others give is looked at, by those who teach the pupil (P49, P50)', () => {
  expect(whoMay((actor) => doNotePolicy.oversee(actor, amira))).toEqual(staff.slice(0, 3))
})
