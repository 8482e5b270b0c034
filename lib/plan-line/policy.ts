import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const planLinePolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Written with the rest of the plan: by a teacher of the pupil or those who lead the school (6.36; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
