import { expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { countingPolicy } from './policy'

const here = { membershipId: 'm', schoolId: 'oak' }

it.each([
  ['senco', true],
  ['headteacher', true],
  ['governor', true],
  ['class-teacher', true],
  ['teaching-assistant', true],
  ['parent', false],
] as const)('the rule is read by a %s: %s', (role, may) => {
  const actor: Actor = { ...here, role, pupilIds: [] }
  expect(countingPolicy.read(actor, here)).toBe(may)
  expect(countingPolicy.read(actor, { schoolId: 'elm' })).toBe(false)
})
