import type { Actor } from '@/lib/platform/actor'

const base = { membershipId: 'm1', schoolId: 'oak' }
const knowing = (role: 'class-teacher' | 'teaching-assistant' | 'parent', pupilIds: string[]): Actor => ({
  ...base,
  role,
  pupilIds,
})

/** The pupil the matrix below is about. */
export const amira = { schoolId: 'oak', pupilId: 'amira' }

/** Everyone of domain.md 1.13 who might ask about Amira of Oak, for the matrix beside each policy. */
export const everyone = {
  'the SENCO': { ...base, role: 'senco' },
  'the headteacher': { ...base, role: 'headteacher' },
  'a teacher of the pupil': knowing('class-teacher', ['amira']),
  'another teacher': knowing('class-teacher', ['ben']),
  'an assistant of the pupil': knowing('teaching-assistant', ['amira']),
  'another assistant': knowing('teaching-assistant', ['ben']),
  'a parent of the pupil': knowing('parent', ['amira']),
  'another parent': knowing('parent', ['ben']),
  'a governor': { ...base, role: 'governor' },
  'the SENCO of another school': { ...base, schoolId: 'elm', role: 'senco' },
} as const satisfies Record<string, Actor>

export type Someone = keyof typeof everyone

/** Everyone to whom this policy line says yes. */
export const whoMay = (line: (actor: Actor) => boolean): Someone[] =>
  (Object.keys(everyone) as Someone[]).filter((someone) => line(everyone[someone]))
