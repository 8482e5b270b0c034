import { describe, expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { assessmentPolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']
const staff = [...teachers, 'an assistant of the pupil']

describe('assessmentPolicy (domain.md 1.13)', () => {
  it('is read, and contributed to, by staff who work with the pupil', () => {
    expect(whoMay((actor) => assessmentPolicy.read(actor, amira))).toEqual(staff)
    expect(whoMay((actor) => assessmentPolicy.contribute(actor, amira))).toEqual(staff)
  })

  it('is written by a teacher of the pupil and those who lead the school', () => {
    expect(whoMay((actor) => assessmentPolicy.write(actor, amira))).toEqual(teachers)
  })

  it('lets an assistant put right only what they wrote themselves', () => {
    expect(whoMay((actor) => assessmentPolicy.correct(actor, amira, { writtenById: 'm1' }))).toEqual(staff)
    expect(whoMay((actor) => assessmentPolicy.correct(actor, amira, { writtenById: 'm2' }))).toEqual(teachers)
  })
})
