import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { schoolPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const own = { pupilIds: ['amira'] }

describe('schoolPolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, { readCalendar: true, setUp: true }],
    ['the headteacher', { ...base, role: 'headteacher' }, { readCalendar: true, setUp: true }],
    ['a class teacher', { ...base, role: 'class-teacher', ...own }, { readCalendar: true, setUp: false }],
    [
      'a teaching assistant',
      { ...base, role: 'teaching-assistant', ...own },
      { readCalendar: true, setUp: false },
    ],
    ['a governor', { ...base, role: 'governor' }, { readCalendar: true, setUp: false }],
    ['a parent', { ...base, role: 'parent', ...own }, { readCalendar: false, setUp: false }],
    [
      "another school's SENCO",
      { ...base, schoolId: 'elm', role: 'senco' },
      { readCalendar: false, setUp: false },
    ],
  ] satisfies [string, Actor, Record<'readCalendar' | 'setUp', boolean>][])('%s', (_who, actor, may) => {
    const oak = { schoolId: 'oak' }
    expect({
      readCalendar: schoolPolicy.readCalendar(actor, oak),
      setUp: schoolPolicy.setUp(actor, oak),
    }).toEqual(may)
  })
})
