import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { flagPolicy } from './policy'
import { FLAG_KINDS, type FlagKind } from './rules'

const base = { membershipId: 'm', schoolId: 'oak' }
const amira = { schoolId: 'oak', pupilId: 'amira' }
const FOR_THOSE_WHO_LEAD: readonly FlagKind[] = [
  'parents-not-told',
  'end-not-told',
  'concern',
  'compare',
  'concern-next',
  'plan-not-read',
  'training',
]
// A class that was not checked is about no one pupil, and read only by whose class it is.
const ABOUT_A_PUPIL = FLAG_KINDS.filter((kind) => kind !== 'class-check')
const FOR_ASSISTANTS: readonly FlagKind[] = ABOUT_A_PUPIL.filter((kind) =>
  ['contribute', 'find-out', 'note-question', 'quiet', 'plan-to-read'].includes(kind),
)
const forTeachers = ABOUT_A_PUPIL.filter((kind) => !FOR_THOSE_WHO_LEAD.includes(kind))

describe('flagPolicy', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, true, ABOUT_A_PUPIL],
    ['the headteacher', { ...base, role: 'headteacher' }, true, ABOUT_A_PUPIL],
    [
      'the class teacher of the pupil',
      { ...base, role: 'class-teacher', pupilIds: ['amira'] },
      true,
      forTeachers,
    ],
    ['a class teacher of others', { ...base, role: 'class-teacher', pupilIds: ['ben'] }, true, []],
    [
      'an assistant of the pupil',
      { ...base, role: 'teaching-assistant', pupilIds: ['amira'] },
      true,
      FOR_ASSISTANTS,
    ],
    ['a parent of the pupil', { ...base, role: 'parent', pupilIds: ['amira'] }, false, []],
    ['a governor', { ...base, role: 'governor' }, false, []],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, false, []],
  ] satisfies [string, Actor, boolean, readonly FlagKind[]][])('%s', (_who, actor, mayOpen, acts) => {
    expect(flagPolicy.today(actor, { schoolId: 'oak' })).toBe(mayOpen)
    expect(ABOUT_A_PUPIL.filter((kind) => flagPolicy.isTheirs(actor, kind, amira))).toEqual(acts)
  })
})

describe('a class that was not checked (6.17, P02)', () => {
  it.each([
    ['the SENCO', { ...base, role: 'senco' }, true],
    ['a class teacher', { ...base, role: 'class-teacher', pupilIds: [] }, true],
    ['an assistant', { ...base, role: 'teaching-assistant', pupilIds: ['amira'] }, false],
    ['a parent', { ...base, role: 'parent', pupilIds: ['amira'] }, false],
    ['a governor', { ...base, role: 'governor' }, false],
    ['the SENCO of another school', { ...base, schoolId: 'elm', role: 'senco' }, false],
  ] satisfies [string, Actor, boolean][])('%s: %s', (_who, actor, may) => {
    expect(flagPolicy.isTheirs(actor, 'class-check', { schoolId: 'oak', pupilId: null })).toBe(may)
  })
})
