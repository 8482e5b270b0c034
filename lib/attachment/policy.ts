import { type Actor, knowsPupil, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const attachmentPolicy = {
  /** Whoever knows the pupil; row-level security lets parents reach what hangs on a shared note or source, and no more. */
  read: (actor: Actor, subject: PupilSubject): boolean => knowsPupil(actor, subject),

  /** Whoever teaches or supports the pupil adds a photo of the work, a letter, a report (6.52; 1.13). */
  add: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),
}
