import { expect, it } from 'vitest'
import { amira, whoMay } from '@/tests/factories/actors'
import { earlyDiscussionPolicy } from './policy'

it.each([
  ['read', ['the SENCO', 'the headteacher', 'a teacher of the pupil', 'an assistant of the pupil']],
  ['write', ['the SENCO', 'the headteacher', 'a teacher of the pupil']],
] as const)('%s', (act, who) => {
  expect(whoMay((actor) => earlyDiscussionPolicy[act](actor, amira))).toEqual(who)
})
