import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { planCopyPolicy } from './policy'

const subject = { schoolId: 'oak', pupilId: 'amira' }
const base = { membershipId: 'm', schoolId: 'oak' }

const everyone: [string, Actor, boolean, boolean][] = [
  ['the SENCO', { ...base, role: 'senco' }, true, true],
  ['the headteacher', { ...base, role: 'headteacher' }, true, true],
  ['a teacher of the pupil', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, true, true],
  ['an assistant of the pupil', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, true, true],
  ['a parent', { ...base, role: 'parent', pupilIds: ['amira'] }, false, true],
  ['a parent of another', { ...base, role: 'parent', pupilIds: ['ben'] }, false, false],
  ['a teacher of others', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, false, false],
  ['a governor', { ...base, role: 'governor' }, false, false],
  ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, false, false],
]

describe('who may take a written copy', () => {
  it.each(everyone)('%s', (_who, actor, staff, family) => {
    expect([planCopyPolicy.staff(actor, subject), planCopyPolicy.family(actor, subject)]).toEqual([
      staff,
      family,
    ])
  })
})
