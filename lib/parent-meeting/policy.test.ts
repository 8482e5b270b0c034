import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { parentMeetingPolicy } from './policy'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }
const own = { pupilIds: ['amira'] }
const others = { pupilIds: ['ben'] }

describe('parentMeetingPolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, { read: true, record: true, list: true }],
    ['the headteacher', { ...base, role: 'headteacher' }, { read: true, record: true, list: true }],
    [
      "the pupil's teacher",
      { ...base, role: 'class-teacher', ...own },
      { read: true, record: true, list: true },
    ],
    [
      'another teacher',
      { ...base, role: 'class-teacher', ...others },
      { read: false, record: false, list: true },
    ],
    [
      "the pupil's assistant",
      { ...base, role: 'teaching-assistant', ...own },
      { read: true, record: false, list: true },
    ],
    [
      'another assistant',
      { ...base, role: 'teaching-assistant', ...others },
      { read: false, record: false, list: true },
    ],
    ["the pupil's parent", { ...base, role: 'parent', ...own }, { read: true, record: false, list: false }],
    ['another parent', { ...base, role: 'parent', ...others }, { read: false, record: false, list: false }],
    ['a governor', { ...base, role: 'governor' }, { read: false, record: false, list: false }],
    [
      "another school's SENCO",
      { ...base, schoolId: 'elm', role: 'senco' },
      { read: false, record: false, list: true },
    ],
    [
      "another school's teacher",
      { ...base, schoolId: 'elm', role: 'class-teacher', ...own },
      { read: false, record: false, list: true },
    ],
  ] satisfies [string, Actor, { read: boolean; record: boolean; list: boolean }][])(
    '%s',
    (_who, actor, may) => {
      expect({
        read: parentMeetingPolicy.read(actor, amira),
        record: parentMeetingPolicy.record(actor, amira),
        list: parentMeetingPolicy.list(actor),
      }).toEqual(may)
    },
  )
})
