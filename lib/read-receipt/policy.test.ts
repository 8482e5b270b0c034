import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { readReceiptPolicy } from './policy'

it('asks those who teach or support the pupil to read', () => {
  expect(whoMay((actor) => readReceiptPolicy.read(actor, amira))).toEqual([
    'the SENCO',
    'the headteacher',
    'a teacher of the pupil',
    'an assistant of the pupil',
  ])
})

it('shows who has read what to those who lead the school', () => {
  expect(whoMay((actor) => readReceiptPolicy.coverage(actor, amira))).toEqual([
    'the SENCO',
    'the headteacher',
  ])
})
