import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { registerPolicy } from './policy'

const here = { schoolId: 'oak' }
const base = { membershipId: 'someone', schoolId: 'oak' }
const who: Record<string, Actor> = {
  SENCO: { ...base, role: 'senco' },
  headteacher: { ...base, role: 'headteacher' },
  'class teacher': { ...base, role: 'class-teacher', pupilIds: ['amira'] },
  'teaching assistant': { ...base, role: 'teaching-assistant', pupilIds: ['amira'] },
  'class teacher of nobody': { ...base, role: 'class-teacher', pupilIds: [] },
  governor: { ...base, role: 'governor' },
  parent: { ...base, role: 'parent', pupilIds: ['amira'] },
  "another school's SENCO": { ...base, schoolId: 'elm', role: 'senco' },
}

const acts = ['list', 'export', 'fill'] as const

// Rows as in docs/access.md: see the register; export it; add to it.
it.each([
  ['SENCO', [true, true, true]],
  ['headteacher', [true, true, true]],
  ['class teacher', [true, false, false]],
  ['teaching assistant', [true, false, false]],
  ['class teacher of nobody', [true, false, false]],
  ['governor', [false, false, false]],
  ['parent', [false, false, false]],
  ["another school's SENCO", [false, false, false]],
])('%s', (name, expected) => {
  const actor = who[name]!
  expect(acts.map((act) => registerPolicy[act](actor, here))).toEqual(expected)
})

describe('everyone', () => {
  it('is in the table above', () => {
    expect(new Set(Object.values(who).map(({ role }) => role)).size).toBe(6)
  })
})
