import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const concernPolicy = {
  /** Staff who work with the pupil know what was said about them; a parent reads their own on the family pages. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Anyone who works with the pupil may raise a concern, or write down a parent's or the pupil's (6.17, 6.20; 1.13). */
  raise: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** SEN or not is decided by the SENCO or the headteacher; a teacher proposes by raising it (1.13). */
  answer: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
