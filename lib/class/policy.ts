import { type Actor, leadsSchool } from '@/lib/platform/actor'

type School = { schoolId: string }

/** A class of the school; own to whoever teaches or supports it, or one of the pupils in it. */
type ClassSubject = School & { isOwn: boolean }

const worksWithPupils = (actor: Actor, { schoolId }: School) =>
  actor.schoolId === schoolId &&
  (leadsSchool(actor) || actor.role === 'class-teacher' || actor.role === 'teaching-assistant')

export const classPolicy = {
  /** Everyone who works with pupils has class sheets; governors and parents have none (1.13). */
  list: (actor: Actor, school: School): boolean => worksWithPupils(actor, school),

  /** Teachers and assistants open the sheets of their own classes, and find their own pupils there (6.49; 1.13). */
  read: (actor: Actor, subject: ClassSubject): boolean =>
    worksWithPupils(actor, subject) && (leadsSchool(actor) || subject.isOwn),
}
