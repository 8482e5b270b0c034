import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/platform/actor'
import { meetingRoundPolicy } from './policy'

const here = { schoolId: 'oak' }
const as = (role: Role, schoolId = 'oak'): Actor =>
  role === 'class-teacher' || role === 'teaching-assistant' || role === 'parent'
    ? { membershipId: 'm', schoolId, role, pupilIds: ['amira'] }
    : { membershipId: 'm', schoolId, role }

describe('a meeting round', () => {
  it.each([
    ['senco', true, true],
    ['headteacher', true, true],
    ['class-teacher', true, false],
    ['teaching-assistant', false, false],
    ['parent', false, false],
    ['governor', false, false],
  ] as const)('%s: reads %s, arranges %s', (role, reads, arranges) => {
    expect(meetingRoundPolicy.read(as(role), here)).toBe(reads)
    expect(meetingRoundPolicy.arrange(as(role), here)).toBe(arranges)
  })

  it('is not there for anyone of another school', () => {
    expect(meetingRoundPolicy.read(as('senco', 'elm'), here)).toBe(false)
    expect(meetingRoundPolicy.arrange(as('senco', 'elm'), here)).toBe(false)
  })
})
