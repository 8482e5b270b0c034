import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { oversightPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }

describe('oversightPolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, { read: true, byPupil: true }],
    ['the headteacher', { ...base, role: 'headteacher' }, { read: true, byPupil: true }],
    ['a governor', { ...base, role: 'governor' }, { read: true, byPupil: false }],
    [
      'a class teacher',
      { ...base, role: 'class-teacher', pupilIds: ['amira'] },
      { read: false, byPupil: false },
    ],
    [
      'a teaching assistant',
      { ...base, role: 'teaching-assistant', pupilIds: ['amira'] },
      { read: false, byPupil: false },
    ],
    ['a parent', { ...base, role: 'parent', pupilIds: ['amira'] }, { read: false, byPupil: false }],
    [
      'the SENCO of another school',
      { ...base, schoolId: 'elm', role: 'senco' },
      { read: false, byPupil: false },
    ],
    [
      'a governor of another school',
      { ...base, schoolId: 'elm', role: 'governor' },
      { read: false, byPupil: false },
    ],
  ] satisfies [string, Actor, { read: boolean; byPupil: boolean }][])('%s: %o', (_who, actor, may) => {
    expect(oversightPolicy.read(actor, { schoolId: 'oak' })).toBe(may.read)
    expect(oversightPolicy.readByPupil(actor, { schoolId: 'oak' })).toBe(may.byPupil)
  })
})
