import { describe, expect, it } from 'vitest'
import { mailPolicy } from '@/lib/mail/policy'
import type { Actor } from '@/lib/platform/actor'
import { invitationPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }

describe('invitations and mail', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, 'read, invite, mail, state'],
    ['the headteacher', { ...base, role: 'headteacher' }, 'read, invite, mail, state'],
    ['her teacher', { ...base, role: 'class-teacher', pupilIds: ['amira'] }, 'read, invite, state'],
    ['another teacher', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, ''],
    ['her assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, 'read'],
    ['her parent', { ...base, role: 'parent', pupilIds: ['amira'] }, 'answer'],
    ['another parent', { ...base, role: 'parent', pupilIds: ['ben'] }, ''],
    ['a governor', { ...base, role: 'governor' }, ''],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, ''],
    ['her parent at another school', { ...base, schoolId: 'elm', role: 'parent', pupilIds: ['amira'] }, ''],
  ] satisfies [string, Actor, string][])('%s may %s', (_who, actor, may) => {
    const acts = [
      invitationPolicy.read(actor, amira) && 'read',
      invitationPolicy.invite(actor, amira) && 'invite',
      invitationPolicy.answer(actor, amira) && 'answer',
      mailPolicy.readAll(actor, amira) && 'mail',
      mailPolicy.readState(actor, amira) && 'state',
    ]
    expect(acts.filter(Boolean).join(', ')).toBe(may)
  })
})
