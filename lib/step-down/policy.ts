import { type Actor, leadsSchool, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const stepDownPolicy = {
  /** Staff who work with the pupil know that they are watched for two terms. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A teacher of the pupil or the SENCO checks how it goes (6.36, 6.54). */
  check: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** The SENCO keeps the watch on their Today, and tells the parents, as when SEN support began (6.43; 1.13). */
  lead: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
