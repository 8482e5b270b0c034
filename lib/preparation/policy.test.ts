import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { preparationPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }

describe('preparing a meeting', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, 'read, gather, prepare'],
    ['the headteacher', { ...base, role: 'headteacher' }, 'read, gather, prepare'],
    ['her teacher', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, 'read, gather, prepare'],
    ['another teacher', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, ''],
    ['her assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, 'read, gather'],
    ['her parent', { ...base, role: 'parent', pupilIds: ['amira'] }, ''],
    ['a governor', { ...base, role: 'governor' }, ''],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, ''],
  ] satisfies [string, Actor, string][])('%s may %s', (_who, actor, may) => {
    const acts = [
      preparationPolicy.read(actor, amira) && 'read',
      preparationPolicy.gather(actor, amira) && 'gather',
      preparationPolicy.prepare(actor, amira) && 'prepare',
    ]
    expect(acts.filter(Boolean).join(', ')).toBe(may)
  })
})
