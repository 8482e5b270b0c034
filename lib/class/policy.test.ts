import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { classPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }

describe('classPolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, { list: true, own: true, other: true }],
    ['the headteacher', { ...base, role: 'headteacher' }, { list: true, own: true, other: true }],
    [
      'a class teacher',
      { ...base, role: 'class-teacher', pupilIds: ['amira'] },
      { list: true, own: true, other: false },
    ],
    [
      'a teaching assistant',
      { ...base, role: 'teaching-assistant', pupilIds: ['amira'] },
      { list: true, own: true, other: false },
    ],
    ['a parent', { ...base, role: 'parent', pupilIds: ['amira'] }, { list: false, own: false, other: false }],
    ['a governor', { ...base, role: 'governor' }, { list: false, own: false, other: false }],
    [
      'the SENCO of another school',
      { ...base, schoolId: 'elm', role: 'senco' },
      { list: false, own: false, other: false },
    ],
  ] satisfies [string, Actor, { list: boolean; own: boolean; other: boolean }][])(
    '%s: %o',
    (_who, actor, may) => {
      expect(classPolicy.list(actor, { schoolId: 'oak' })).toBe(may.list)
      expect(classPolicy.read(actor, { schoolId: 'oak', isOwn: true })).toBe(may.own)
      expect(classPolicy.read(actor, { schoolId: 'oak', isOwn: false })).toBe(may.other)
    },
  )
})
