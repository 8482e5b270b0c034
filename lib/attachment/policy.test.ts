import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { attachmentPolicy } from './policy'

const staff = ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']

it('is added by whoever teaches or supports the pupil, and opened by parents too, where it was shared', () => {
  expect(whoMay((actor) => attachmentPolicy.add(actor, amira))).toEqual(staff)
  expect(whoMay((actor) => attachmentPolicy.read(actor, amira))).toEqual([...staff, 'a parent of the pupil'])
})
