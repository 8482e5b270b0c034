import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const parentNotificationPolicy = {
  /** Those who work with the pupil see whether the family knows (6.43). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Telling parents goes with the decision, so the SENCO or the headteacher records it (6.43; 1.13). */
  record: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
