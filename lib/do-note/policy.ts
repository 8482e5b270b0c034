import { type Actor, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const doNotePolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever teaches or supports the pupil notes what was given, an assistant too (6.52; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),
}
