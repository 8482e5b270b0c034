import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const senStatusPolicy = {
  /** Everyone who teaches or supports a pupil is to know of the needs (6.49). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** SEN support or not, and when it ends, is decided by the SENCO or the headteacher (6.14; 1.13). */
  decide: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
