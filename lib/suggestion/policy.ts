import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const suggestionPolicy = {
  /** Whoever works with the pupil knows what the family thinks would help; a parent reads their own by row-level security. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A teacher of the pupil or the SENCO asks the parents, and answers where the plan is written (6.48, P19). */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
