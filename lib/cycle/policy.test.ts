import { describe, expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { cyclePolicy } from './policy'

const teachers = ['the SENCO', 'the headteacher', 'a teacher of the pupil']
const staff = [...teachers, 'an assistant of the pupil']

describe('cyclePolicy (domain.md 1.13)', () => {
  it('opens the cycle’s pages to staff who work with the pupil', () => {
    expect(whoMay((actor) => cyclePolicy.read(actor, amira))).toEqual(staff)
  })

  it('lets a teacher of the pupil and those who lead the school start, write and activate', () => {
    expect(whoMay((actor) => cyclePolicy.start(actor, amira))).toEqual(teachers)
    expect(whoMay((actor) => cyclePolicy.write(actor, amira))).toEqual(teachers)
    expect(whoMay((actor) => cyclePolicy.activate(actor, amira))).toEqual(teachers)
  })
})
