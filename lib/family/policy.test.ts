import { expect, it } from 'vitest'
import { amira, type Someone, whoMay } from '@/tests/factories/actors'
import { familyPolicy } from './policy'

const matrix: Record<keyof typeof familyPolicy, Someone[]> = {
  read: ['a parent of the pupil'],
  readSchoolCopy: ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil'],
}

it.each(Object.entries(matrix))('%s: only %j', (line, those) => {
  expect(whoMay((actor) => familyPolicy[line as keyof typeof familyPolicy](actor, amira))).toEqual(those)
})
