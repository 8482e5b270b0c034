import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { familyNotePolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }

describe('a family’s own notes', () => {
  it.each<[string, Actor, boolean]>([
    ['her parent', { ...base, role: 'parent', pupilIds: ['amira'] }, true],
    ['another parent', { ...base, role: 'parent', pupilIds: ['ben'] }, false],
    [
      'her parent at another school',
      { ...base, schoolId: 'elm', role: 'parent', pupilIds: ['amira'] },
      false,
    ],
    ['the SENCO', { ...base, role: 'senco' }, false],
    ['the headteacher', { ...base, role: 'headteacher' }, false],
    ['her teacher', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, false],
    ['her assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, false],
    ['a governor', { ...base, role: 'governor' }, false],
  ])('%s', (_who, actor, may) => {
    expect(familyNotePolicy.write(actor, amira)).toBe(may)
  })
})
