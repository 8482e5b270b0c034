import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const preparationPolicy = {
  /** What a meeting is prepared with is for those who work with the pupil. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever works with the pupil may ask them what they want said: an assistant often knows them best (6.70). */
  gather: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** That a meeting is prepared says whoever may arrange it; they print the family's sheet too. */
  prepare: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
