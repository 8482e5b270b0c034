import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { parentPointPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }

describe('what a parent brings to a meeting', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, 'read, note'],
    ['the headteacher', { ...base, role: 'headteacher' }, 'read, note'],
    ['her teacher', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, 'read, note'],
    ['another teacher', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, ''],
    ['her assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, 'read'],
    ['her parent', { ...base, role: 'parent', pupilIds: ['amira'] }, 'bring'],
    ['another parent', { ...base, role: 'parent', pupilIds: ['ben'] }, ''],
    ['a governor', { ...base, role: 'governor' }, ''],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, ''],
    ['her parent at another school', { ...base, schoolId: 'elm', role: 'parent', pupilIds: ['amira'] }, ''],
  ] satisfies [string, Actor, string][])('%s may %s', (_who, actor, may) => {
    const acts = [
      parentPointPolicy.read(actor, amira) && 'read',
      parentPointPolicy.bring(actor, amira) && 'bring',
      parentPointPolicy.note(actor, amira) && 'note',
    ]
    expect(acts.filter(Boolean).join(', ')).toBe(may)
  })
})
