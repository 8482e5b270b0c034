import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const provisionPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Provision is planned by a teacher of the pupil or those who lead the school, never by an assistant (6.36; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
