import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { cataloguePolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }

describe('cataloguePolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, true, true],
    ['the headteacher', { ...base, role: 'headteacher' }, true, true],
    ['a class teacher', { ...base, role: 'class-teacher', pupilIds: [] }, true, false],
    ['a teaching assistant', { ...base, role: 'teaching-assistant', pupilIds: [] }, true, false],
    ['a parent', { ...base, role: 'parent', pupilIds: ['amira'] }, false, false],
    ['a governor', { ...base, role: 'governor' }, false, false],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, false, false],
  ] satisfies [string, Actor, boolean, boolean][])('%s', (_who, actor, reads, manages) => {
    const school = { schoolId: 'oak' }
    expect([cataloguePolicy.read(actor, school), cataloguePolicy.manage(actor, school)]).toEqual([
      reads,
      manages,
    ])
  })
})
