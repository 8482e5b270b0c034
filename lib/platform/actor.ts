/** What a person can be in a school, strongest first: the order decides which hat a person with several wears. */
export const ROLES = [
  'senco',
  'headteacher',
  'class-teacher',
  'teaching-assistant',
  'governor',
  'parent',
] as const

export type Role = (typeof ROLES)[number]

/** The people of a school; everyone but its families. */
export type StaffRole = Exclude<Role, 'parent'>

/** Who is asking and for which school, as the database knows them: never built from what a browser sent. */
export type Actor = { membershipId: string; schoolId: string } & (
  | { role: 'senco' | 'headteacher' | 'governor' }
  | { role: 'class-teacher' | 'teaching-assistant' | 'parent'; pupilIds: readonly string[] }
)

/** A record about one pupil, as far as the question "may this person?" needs it. */
export type PupilSubject = { schoolId: string; pupilId: string }

/** Those who answer for every pupil of the school (domain.md 1.13). */
export const leadsSchool = (actor: Actor): boolean => actor.role === 'senco' || actor.role === 'headteacher'

/** Whether this pupil's record is there for this person at all; row-level security says the same. */
export function knowsPupil(actor: Actor, subject: PupilSubject): boolean {
  if (actor.schoolId !== subject.schoolId) return false
  switch (actor.role) {
    case 'senco':
    case 'headteacher':
      return true
    case 'class-teacher':
    case 'teaching-assistant':
    case 'parent':
      return actor.pupilIds.includes(subject.pupilId)
    case 'governor':
      return false
    default:
      return actor satisfies never
  }
}

/** Whether this person teaches, or leads those who teach, this pupil: an assistant does not. */
export const teachesPupil = (actor: Actor, subject: PupilSubject): boolean =>
  (leadsSchool(actor) || actor.role === 'class-teacher') && knowsPupil(actor, subject)

/** Whether this person teaches or supports this pupil: an assistant does, a parent does not. */
export const supportsPupil = (actor: Actor, subject: PupilSubject): boolean =>
  (teachesPupil(actor, subject) || actor.role === 'teaching-assistant') && knowsPupil(actor, subject)
