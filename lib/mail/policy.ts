import { type Actor, leadsSchool, type PupilSubject, teachesPupil } from '@/lib/platform/actor'

export const mailPolicy = {
  /** All the school's mail, and what was caught of it: a letter holds a family's address, so those who lead the school (1.13). */
  readAll: (actor: Actor, subject: { schoolId: string }): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,

  /** Whether a letter home arrived: those who may write home about this pupil. */
  readState: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
