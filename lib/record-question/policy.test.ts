import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { recordQuestionPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }

describe('please explain', () => {
  it.each<[string, Actor, string]>([
    ['the SENCO', { ...base, role: 'senco' }, 'answer'],
    ['the headteacher', { ...base, role: 'headteacher' }, 'answer'],
    ['her teacher', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, 'answer'],
    ['another teacher', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, ''],
    ['her assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, ''],
    ['her parent', { ...base, role: 'parent', pupilIds: ['amira'] }, 'ask'],
    ['another parent', { ...base, role: 'parent', pupilIds: ['ben'] }, ''],
    ['a governor', { ...base, role: 'governor' }, ''],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, ''],
  ])('%s', (_who, actor, may) => {
    const acts = Object.entries(recordQuestionPolicy).filter(([, allows]) => allows(actor, amira))
    expect(acts.map(([act]) => act).join(', ')).toBe(may)
  })
})
