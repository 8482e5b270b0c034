import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const reviewPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Parents' and pupil's views go into the review, but a teacher of the pupil or the SENCO writes it (6.54; 1.13). */
  record: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
