import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { registerImportPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }

describe('registerImportPolicy.bring', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, true],
    ['the headteacher', { ...base, role: 'headteacher' }, true],
    ['a class teacher', { ...base, role: 'class-teacher', pupilIds: ['amelia'] }, false],
    ['a teaching assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amelia'] }, false],
    ['a parent', { ...base, role: 'parent', pupilIds: ['amelia'] }, false],
    ['a governor', { ...base, role: 'governor' }, false],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, false],
  ] satisfies [string, Actor, boolean][])('%s: %s', (_who, actor, may) => {
    expect(registerImportPolicy.bring(actor, { schoolId: 'oak' })).toBe(may)
  })
})
