import { type Actor, knowsPupil, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

/** Who may take a written copy of a plan, by its edition (P29). */
export const planCopyPolicy = {
  /** The school's edition is for those who teach or support the pupil. */
  staff: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** The family's is for the pupil's parents, and for staff who hand it to them. */
  family: (actor: Actor, subject: PupilSubject): boolean =>
    supportsPupil(actor, subject) || (actor.role === 'parent' && knowsPupil(actor, subject)),
}
