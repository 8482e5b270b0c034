import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { concernPolicy } from './policy'

const subject = { schoolId: 'oak', pupilId: 'amira' }
const base = { membershipId: 'm1', schoolId: 'oak' }
const knowing = (role: 'class-teacher' | 'teaching-assistant' | 'parent', pupilIds: string[]): Actor => ({
  ...base,
  role,
  pupilIds,
})

const all = { read: true, raise: true, tell: false, answer: true, tryOut: true, talkOver: true }
const teacher = { ...all, answer: false }
const assistant = { ...teacher, talkOver: false }
const none = { read: false, raise: false, tell: false, answer: false, tryOut: false, talkOver: false }

describe('concernPolicy', () => {
  it.each<{ who: string; actor: Actor; may: typeof all }>([
    { who: 'the SENCO', actor: { ...base, role: 'senco' }, may: all },
    { who: 'the headteacher', actor: { ...base, role: 'headteacher' }, may: all },
    { who: "the pupil's class teacher", actor: knowing('class-teacher', ['amira']), may: teacher },
    { who: 'another class teacher', actor: knowing('class-teacher', ['ben']), may: none },
    {
      who: "the pupil's teaching assistant",
      actor: knowing('teaching-assistant', ['amira']),
      may: assistant,
    },
    { who: 'another teaching assistant', actor: knowing('teaching-assistant', ['ben']), may: none },
    {
      who: "the pupil's parent, who has pages of their own",
      actor: knowing('parent', ['amira']),
      may: { ...none, tell: true },
    },
    { who: 'a parent of another pupil', actor: knowing('parent', ['ben']), may: none },
    { who: 'a governor', actor: { ...base, role: 'governor' }, may: none },
    { who: 'the SENCO of another school', actor: { ...base, schoolId: 'elm', role: 'senco' }, may: none },
  ])('$who', ({ actor, may }) => {
    const acts = Object.keys(may) as (keyof typeof may)[]
    expect(Object.fromEntries(acts.map((act) => [act, concernPolicy[act](actor, subject)]))).toEqual(may)
  })
})
