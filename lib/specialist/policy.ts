import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const specialistPolicy = {
  /** Staff who work with the pupil know who was asked, as the parents do (6.59). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A teacher of the pupil or the SENCO asks a specialist, with the parents (6.59, 6.62). */
  record: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
