import { type Actor, knowsPupil, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const parentPointPolicy = {
  /** What the parents bring is for those who work with the pupil and may see the meeting. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A parent brings their own points; Postgres sees to it that they are their own, and that the other parent reads nothing. */
  bring: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' && knowsPupil(actor, subject),

  /** Typing in what a parent said is the work of whoever may arrange the meeting (6.67; 1.13). */
  note: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
