import { type Actor, knowsPupil, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const familyPolicy = {
  /** The family's pages are for the pupil's parents alone; staff have pages of their own (domain.md 1.13). */
  read: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' && knowsPupil(actor, subject),

  /** The school's copy of the plan is for those who teach or support the pupil, who should all know it (6.49). */
  readSchoolCopy: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),
}
